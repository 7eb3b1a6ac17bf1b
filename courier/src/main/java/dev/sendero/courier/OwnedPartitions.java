package dev.sendero.courier;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** The partitions of the topic {@code messages} whose messages this instance delivers; changed by the thread that polls. */
final class OwnedPartitions implements ConsumerRebalanceListener {

    private volatile List<Integer> owned = List.of();
    private volatile int all;
    private boolean counted;

    /** In ascending order. */
    List<Integer> list() {
        return owned;
    }

    /** The part of all partitions that is owned, 0 to 1: as much of the work is this instance's. */
    double share() {
        int mine = owned.size();
        return mine == 0 ? 0 : (double) mine / Math.max(mine, all);
    }

    /** Whether the partitions are still to be counted since they were assigned last. */
    boolean isToBeCounted() {
        return !counted;
    }

    /** @param partitions how many the topic has */
    void count(int partitions) {
        all = partitions;
        counted = true;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        var after = new TreeSet<>(owned);
        partitions.forEach(partition -> after.add(partition.partition()));
        counted = false;
        owned = List.copyOf(after);
    }

    /** Calls that run go on: their claims stay this instance's until they are resolved. */
    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        var after = new TreeSet<>(owned);
        partitions.forEach(partition -> after.remove(partition.partition()));
        owned = List.copyOf(after);
    }
}
