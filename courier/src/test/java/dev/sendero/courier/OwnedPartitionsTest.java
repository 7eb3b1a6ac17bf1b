package dev.sendero.courier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class OwnedPartitionsTest {

    private final OwnedPartitions owned = new OwnedPartitions();

    @Test
    void an_instance_has_the_share_of_the_work_that_its_partitions_are() {
        assertThat(owned.share()).isZero();

        owned.onPartitionsAssigned(partitions(0, 4));
        owned.count(4);
        assertThat(owned.share()).isEqualTo(1);

        owned.onPartitionsRevoked(partitions(1, 4));
        assertThat(owned.list()).containsExactly(0);
        assertThat(owned.share()).isEqualTo(0.25);
    }

    @Test
    void partitions_are_counted_again_whenever_some_are_assigned() {
        owned.onPartitionsAssigned(partitions(0, 1));
        assertThat(owned.isToBeCounted()).isTrue();
        owned.count(4);
        assertThat(owned.isToBeCounted()).isFalse();

        owned.onPartitionsAssigned(partitions(4, 5));

        assertThat(owned.isToBeCounted()).isTrue();
    }

    private static List<TopicPartition> partitions(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj(number -> new TopicPartition("messages", number))
                .toList();
    }
}
