package dev.sendero.engine.journey;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;

/** The topic of journeys: read once to its end before the first event, and followed from then on. */
public final class JourneyTopic implements JourneyLibrary {

    private final String bootstrapServers;
    private final String topic;

    public JourneyTopic(String bootstrapServers, String topic) {
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    @Override
    public List<JourneyRecord> readAll() {
        var changes = new ArrayList<JourneyRecord>();
        WholeTopic.read(
                bootstrapServers, topic, record -> JourneyRecords.read(record).ifPresent(changes::add));
        return changes;
    }

    /**
     * Reads all changes up to now, and goes on with later ones in a thread of its own. Some come more than once.
     *
     * @return ends it
     */
    public AutoCloseable follow(Consumer<JourneyRecord> reader) {
        readAll().forEach(reader);
        var followed = new FollowedTopic(
                bootstrapServers, topic, record -> JourneyRecords.read(record).ifPresent(reader));
        followed.start();
        return followed;
    }

    /** From the beginning: what the operator has read already, it recognises. */
    public KafkaSource<JourneyRecord> source() {
        return KafkaSource.<JourneyRecord>builder()
                .setBootstrapServers(bootstrapServers)
                .setTopics(topic)
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setDeserializer(new JourneyRecords())
                .setProperty("commit.offsets.on.checkpoint", "false")
                .build();
    }
}
