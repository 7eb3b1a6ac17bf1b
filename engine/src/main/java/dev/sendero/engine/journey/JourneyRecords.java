package dev.sendero.engine.journey;

import dev.sendero.api.journey.DrainedShare;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.PublicationJson;
import dev.sendero.api.message.ContentId;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes changes of Kafka records. Templates and what the job says of drained versions lie in the same topic. */
final class JourneyRecords implements KafkaRecordDeserializationSchema<JourneyRecord> {

    private static final Logger LOG = LoggerFactory.getLogger(JourneyRecords.class);

    /** @return empty for records that do not concern the job, and for those that cannot be read */
    static Optional<JourneyRecord> read(ConsumerRecord<byte[], byte[]> record) {
        return changeOf(record.key(), record.value())
                .map(change -> new JourneyRecord(record.partition(), record.offset(), change));
    }

    private static Optional<JourneyChange> changeOf(byte @Nullable [] key, byte @Nullable [] value) {
        if (key == null) {
            return Optional.empty();
        }
        String name = new String(key, StandardCharsets.UTF_8);
        if (name.startsWith(ContentId.TOPIC_KEY_PREFIX) || name.startsWith(DrainedShare.TOPIC_KEY_PREFIX)) {
            return Optional.empty();
        }
        if (value == null) {
            return Optional.of(new JourneyChange.Removed(name));
        }
        try {
            return Optional.of(new JourneyChange.Published(PublicationJson.read(value)));
        } catch (MalformedJson malformed) {
            LOG.warn("{}: no publication of a journey, left out: {}", name, malformed.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<JourneyRecord> out) {
        read(record).ifPresent(out::collect);
    }

    @Override
    public TypeInformation<JourneyRecord> getProducedType() {
        return JourneyRecord.TYPE;
    }
}
