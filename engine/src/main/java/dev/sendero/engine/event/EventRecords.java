package dev.sendero.engine.event;

import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.RawEvent;
import dev.sendero.core.Admission;
import dev.sendero.engine.metric.EngineCounters;
import dev.sendero.engine.metric.EngineMetric;
import java.time.Instant;
import org.apache.flink.api.common.serialization.DeserializationSchema;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes events of Kafka records. A record's timestamp is when its event was received; no clock is read. What holds no
 * event, or is larger than any event has to be, is counted and left out.
 */
final class EventRecords implements KafkaRecordDeserializationSchema<ReceivedEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(EventRecords.class);

    /** Eight times what the gateway takes: one record cannot fill the buffer, where millions of others wait. */
    static final int MAX_BYTES = 256 << 10;

    private final TimeBounds bounds;
    private transient @Nullable EngineCounters counters;

    EventRecords(TimeBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public void open(DeserializationSchema.InitializationContext context) {
        counters = new EngineCounters(context.getMetricGroup());
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<ReceivedEvent> out) {
        Instant receivedAt = Instant.ofEpochMilli(record.timestamp());
        byte[] json = record.value();
        if (json == null) {
            leaveOut(record, EngineMetric.MALFORMED, "no event");
            return;
        }
        if (json.length > MAX_BYTES) {
            leaveOut(record, EngineMetric.TOO_LARGE, "more than " + MAX_BYTES + " bytes");
            return;
        }
        try {
            out.collect(received(EventJson.readRaw(json, receivedAt), receivedAt));
        } catch (MalformedJson malformed) {
            leaveOut(record, EngineMetric.MALFORMED, "no event");
        }
    }

    private ReceivedEvent received(RawEvent event, Instant receivedAt) {
        if (event.timestamp().isAfter(receivedAt.plus(bounds.future()))) {
            count(EngineMetric.FUTURE);
            return ReceivedEvent.of(event.at(receivedAt), Admission.ALL);
        }
        if (event.timestamp().isBefore(receivedAt.minus(bounds.tooOld()))) {
            count(EngineMetric.TOO_OLD);
            return ReceivedEvent.of(event.at(notBeforeEpoch(event.timestamp())), Admission.PROFILE_ONLY);
        }
        return ReceivedEvent.of(event, Admission.ALL);
    }

    /** Times before 1970 are nonsense, and the oldest that can be written do not fit 64 bits of milliseconds. */
    private static Instant notBeforeEpoch(Instant timestamp) {
        return timestamp.isBefore(Instant.EPOCH) ? Instant.EPOCH : timestamp;
    }

    /** Says so the first time and then ever more rarely, and only where the record lies: its content is personal. */
    private void leaveOut(ConsumerRecord<byte[], byte[]> record, EngineMetric reason, String what) {
        long soFar = count(reason);
        if (Long.bitCount(soFar) == 1) {
            LOG.warn(
                    "{}-{} holds {} at offset {}; left out, {} so far",
                    record.topic(),
                    record.partition(),
                    what,
                    record.offset(),
                    soFar);
        }
    }

    private long count(EngineMetric metric) {
        return counters == null ? 1 : counters.count(metric);
    }

    @Override
    public TypeInformation<ReceivedEvent> getProducedType() {
        return ReceivedEvent.TYPE;
    }
}
