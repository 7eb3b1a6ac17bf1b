package dev.sendero.engine.outbox;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.flink.api.connector.sink2.Committer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;

/**
 * Appends batches to a topic, in order, and returns when the brokers have them.
 *
 * <p>The producer tries again by itself, with pauses, until its delivery time-out. What still fails then fails the job,
 * which commits the same batches again when it has been restored: records may repeat in the topic and are never lost.
 * Flink's own ways out are not taken: {@code retryLater} tries ten times without a pause, and
 * {@code signalFailedWithKnownReason} drops the batch while the job goes on.
 */
final class OutboxCommitter implements Committer<OutboxBatch> {

    private final String topic;
    private final Producer<byte[], byte[]> producer;

    OutboxCommitter(String topic, Producer<byte[], byte[]> producer) {
        this.topic = topic;
        this.producer = producer;
    }

    @Override
    public void commit(Collection<CommitRequest<OutboxBatch>> requests) throws IOException, InterruptedException {
        List<Future<RecordMetadata>> appends = new ArrayList<>();
        for (CommitRequest<OutboxBatch> request : requests) {
            for (OutboxRecord record : request.getCommittable().records()) {
                appends.add(producer.send(new ProducerRecord<>(topic, record.key(), record.value())));
            }
        }
        producer.flush();
        for (Future<RecordMetadata> append : appends) {
            await(append);
        }
    }

    private void await(Future<RecordMetadata> append) throws IOException, InterruptedException {
        try {
            append.get();
        } catch (ExecutionException refused) {
            throw new IOException("topic " + topic + ": a record was not appended", refused.getCause());
        }
    }

    @Override
    public void close() {
        // Whatever is still on its way belongs to a commit that has already failed.
        producer.close(Duration.ZERO);
    }
}
