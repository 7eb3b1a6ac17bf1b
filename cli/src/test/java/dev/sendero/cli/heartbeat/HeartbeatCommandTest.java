package dev.sendero.cli.heartbeat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.EventType;
import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.cli.CommandRun;
import dev.sendero.engine.journey.WholeTopic;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeartbeatCommandTest {

    @TempDir
    Path folder;

    @Test
    void every_partition_gets_one_also_those_that_nobody_writes_to() throws Exception {
        try (var broker = EmbeddedBroker.start(folder)) {
            try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
                TopicCreation.create(admin, List.of(new NewTopic("shop-events", 3, (short) 1)));
            }

            var run = CommandRun.of("heartbeat", "--to", broker.bootstrapServers(), "--topic", "shop-events", "--once");

            assertThat(run.exitCode()).as(run.err()).isZero();
            var partitions = new TreeSet<Integer>();
            WholeTopic.read(broker.bootstrapServers(), "shop-events", record -> {
                assertThat(typeOf(record)).isEqualTo(EventType.HEARTBEAT);
                partitions.add(record.partition());
            });
            assertThat(partitions).containsExactly(0, 1, 2);
        }
    }

    private static EventType typeOf(ConsumerRecord<byte[], byte[]> record) {
        try {
            return EventJson.read(record.value(), Instant.EPOCH).type();
        } catch (MalformedJson malformed) {
            throw new AssertionError(malformed);
        }
    }

    @Test
    void where_there_is_no_broker_it_says_so() {
        var run = CommandRun.of("heartbeat", "--to", "localhost:1", "--once");

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.err()).contains("no heartbeat was taken by localhost:1, topic 'events'");
    }
}
