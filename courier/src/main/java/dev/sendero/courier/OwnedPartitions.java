package dev.sendero.courier;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

/** The partitions of the topic {@code messages} whose messages this instance delivers; changed by the thread that polls. */
final class OwnedPartitions implements ConsumerRebalanceListener {

    private volatile List<Integer> owned = List.of();

    /** In ascending order. */
    List<Integer> list() {
        return owned;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        var after = new TreeSet<>(owned);
        partitions.forEach(partition -> after.add(partition.partition()));
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
