package dev.sendero.engine.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.connector.sink2.CommittableMessage;
import org.apache.flink.streaming.runtime.operators.sink.CommitterOperatorFactory;
import org.apache.flink.streaming.runtime.operators.sink.SinkWriterOperatorFactory;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What Flink does with the outbox's batches: the facts that the courier's ledger is built on. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class OutboxSinkTest {

    private static MockProducer<byte[], byte[]> kafka = producer(true);

    private static MockProducer<byte[], byte[]> producer(boolean succeeds) {
        return new MockProducer<>(
                succeeds, new RoundRobinPartitioner(), new ByteArraySerializer(), new ByteArraySerializer());
    }

    private final OutboxSink sink = new OutboxSink("messages", () -> kafka);

    @Test
    void nothing_leaves_before_the_checkpoint_is_complete() throws Exception {
        kafka = producer(true);
        try (var committer = committer()) {
            committer.open();
            handOver(committer, 1, "a", "b");
            committer.snapshot(1, 1);

            assertThat(appended()).isEmpty();

            committer.notifyOfCompletedCheckpoint(1);
            assertThat(appended()).containsExactly("a", "b");
        }
    }

    @Test
    void a_restored_job_appends_the_whole_batch_again() throws Exception {
        kafka = producer(true);
        OperatorSubtaskState snapshot;
        try (var committer = committer()) {
            committer.open();
            handOver(committer, 1, "a", "b");
            snapshot = committer.snapshot(1, 1);
            committer.notifyOfCompletedCheckpoint(1);
        }
        kafka = producer(true);

        try (var restored = committer()) {
            restored.setRestoredCheckpointId(1);
            restored.initializeState(snapshot);
            restored.open();

            assertThat(appended()).containsExactly("a", "b");
        }
    }

    @Test
    void batches_of_checkpoints_that_were_never_completed_leave_with_the_next_one_in_order() throws Exception {
        kafka = producer(true);
        try (var committer = committer()) {
            committer.open();
            handOver(committer, 1, "a");
            committer.snapshot(1, 1);
            handOver(committer, 2, "b");
            committer.snapshot(2, 2);

            committer.notifyOfCompletedCheckpoint(2);

            assertThat(appended()).containsExactly("a", "b");
        }
    }

    @Test
    void a_record_that_kafka_refuses_fails_the_job() throws Exception {
        kafka = producer(true);
        kafka.sendException = new TimeoutException("no broker");
        try (var committer = committer()) {
            committer.open();
            handOver(committer, 1, "a");
            committer.snapshot(1, 1);

            assertThatThrownBy(() -> committer.notifyOfCompletedCheckpoint(1)).isInstanceOf(TimeoutException.class);
        }
    }

    @Test
    void many_records_become_few_batches() throws Exception {
        var writer = new OutboxWriter();
        byte[] kilobyte = new byte[1 << 10];
        for (int i = 0; i < 3_000; i++) {
            writer.write(new OutboxRecord(new byte[0], kilobyte), null);
        }

        assertThat(writer.prepareCommit()).hasSize(3);
        assertThat(writer.prepareCommit()).isEmpty();
    }

    private OneInputStreamOperatorTestHarness<CommittableMessage<OutboxBatch>, CommittableMessage<OutboxBatch>>
            committer() throws Exception {
        return new OneInputStreamOperatorTestHarness<>(new CommitterOperatorFactory<>(sink, false, true));
    }

    /** Runs the records through the sink's writer up to a checkpoint, and what it hands over into the committer. */
    private void handOver(
            OneInputStreamOperatorTestHarness<CommittableMessage<OutboxBatch>, ?> committer,
            long checkpoint,
            String... values)
            throws Exception {
        try (var writer = new OneInputStreamOperatorTestHarness<OutboxRecord, CommittableMessage<OutboxBatch>>(
                new SinkWriterOperatorFactory<>(sink))) {
            writer.open();
            for (String value : values) {
                writer.processElement(
                        new StreamRecord<>(new OutboxRecord("ada".getBytes(UTF_8), value.getBytes(UTF_8))));
            }
            writer.prepareSnapshotPreBarrier(checkpoint);
            for (CommittableMessage<OutboxBatch> message : writer.extractOutputValues()) {
                committer.processElement(new StreamRecord<>(message));
            }
        }
    }

    private static List<String> appended() {
        var values = new ArrayList<String>();
        kafka.history().forEach(record -> values.add(new String(record.value(), UTF_8)));
        return values;
    }
}
