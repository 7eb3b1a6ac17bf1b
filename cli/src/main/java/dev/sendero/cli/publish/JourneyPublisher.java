package dev.sendero.cli.publish;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.DrainedShare;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.PublicationJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import dev.sendero.engine.journey.WholeTopic;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.Publications;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Writes a project's journeys to the compacted topic that the job and the courier read: contents under
 * {@code content:HASH}, journeys under {@code journey@version}. Only what differs from the topic is written, as it is
 * at the time; older versions that nobody needs any more, as the job says there, are removed. Two publishers should not
 * write at the same moment.
 */
public final class JourneyPublisher implements AutoCloseable {

    /** How long after its publication a version takes effect, so that every part of the job hears of it in time. */
    public static final Duration NOTICE = Duration.ofSeconds(1);

    private final KafkaProducer<byte[], byte[]> producer;
    private final String bootstrapServers;
    private final String topic;
    private final PublishedJourneys published = new PublishedJourneys();
    private final Set<String> contents = new HashSet<>();

    private JourneyPublisher(KafkaProducer<byte[], byte[]> producer, String bootstrapServers, String topic) {
        this.producer = producer;
        this.bootstrapServers = bootstrapServers;
        this.topic = topic;
    }

    /** @throws KafkaException when the topic cannot be read */
    public static JourneyPublisher open(String bootstrapServers, String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers, "acks", "all", "enable.idempotence", true, "linger.ms", 0);
        var publisher = new JourneyPublisher(
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer()),
                bootstrapServers,
                topic);
        publisher.catchUp();
        return publisher;
    }

    /** Learns what others have written meanwhile: people with other commands, and the job. */
    private void catchUp() {
        WholeTopic.read(bootstrapServers, topic, this::remember);
    }

    /** What is published, in the order of journeys and versions. */
    public synchronized List<JourneyPublication> published() {
        catchUp();
        return published.all();
    }

    /** The version of a journey that is in force once all have taken effect. */
    public synchronized Optional<JourneyPublication> newest(JourneyId journey) {
        catchUp();
        return published.newest(journey);
    }

    /** Publishes a version as it is given; durable when it returns. */
    public synchronized void publish(JourneyPublication publication) throws PublishFailed {
        published.put(publication);
        await(List.of(send(publication.topicKey(), Optional.of(publication))));
    }

    /**
     * Removes older versions that nobody needs any more.
     *
     * @return their keys
     */
    public synchronized List<String> removeDrained() throws PublishFailed {
        catchUp();
        var acknowledgements = new ArrayList<Future<RecordMetadata>>();
        var removed = published.drained();
        for (JourneyPublication drained : removed) {
            acknowledgements.addAll(remove(drained.topicKey()));
        }
        for (String stale : published.staleShares()) {
            acknowledgements.addAll(remove(stale));
        }
        await(acknowledgements);
        return removed.stream().map(JourneyPublication::topicKey).toList();
    }

    private List<Future<RecordMetadata>> remove(String key) {
        published.remove(key);
        return List.of(send(key, Optional.empty()));
    }

    /** Whether journeys that the project does not have are removed. */
    public enum Missing {
        REMOVE,
        KEEP
    }

    /**
     * Durable when it returns.
     *
     * @param effectiveAt events from this time on see what is new
     * @return what has changed, in the order of the journeys' ids
     */
    public List<Change> publish(Project project, Instant effectiveAt) throws PublishFailed {
        return publish(project, effectiveAt, Missing.REMOVE);
    }

    /** As {@link #publish(Project, Instant)}. */
    public synchronized List<Change> publish(Project project, Instant effectiveAt, Missing missing)
            throws PublishFailed {
        catchUp();
        var acknowledgements = new ArrayList<Future<RecordMetadata>>();
        for (Content content : project.contents().values()) {
            String key = content.id().topicKey();
            if (contents.add(key)) {
                acknowledgements.add(send(key, Optional.of(content)));
            }
        }
        var changes = new ArrayList<Change>();
        for (JourneyId journey : project.journeys().keySet()) {
            JourneyPublication publication = Publications.of(project, journey, effectiveAt);
            changeTo(publication).ifPresent(change -> {
                acknowledgements.add(send(publication.topicKey(), Optional.of(publication)));
                published.put(publication);
                changes.add(change);
            });
        }
        for (JourneyId gone : published.journeys()) {
            if (missing == Missing.REMOVE && !project.journeys().containsKey(gone)) {
                published.keysOf(gone).forEach(key -> acknowledgements.addAll(remove(key)));
                changes.add(new Change.Removed(gone));
            }
        }
        await(acknowledgements);
        return changes;
    }

    /** What {@link #publish(Project, Instant, Missing)} would change; nothing is written. */
    public synchronized List<Change> plan(Project project, Missing missing) {
        catchUp();
        var changes = new ArrayList<Change>();
        for (JourneyId journey : project.journeys().keySet()) {
            changeTo(Publications.of(project, journey, Instant.EPOCH)).ifPresent(changes::add);
        }
        for (JourneyId gone : published.journeys()) {
            if (missing == Missing.REMOVE && !project.journeys().containsKey(gone)) {
                changes.add(new Change.Removed(gone));
            }
        }
        return changes;
    }

    private Optional<Change> changeTo(JourneyPublication publication) {
        Optional<JourneyPublication> newest = published.newest(publication.journey());
        if (newest.isEmpty()) {
            return Optional.of(new Change.Added(publication.journey(), publication.version()));
        }
        if (!newest.get().version().equals(publication.version())) {
            return Optional.of(new Change.NewVersion(publication.journey(), publication.version()));
        }
        if (!newest.get().files().equals(publication.files())) {
            return Optional.of(new Change.Updated(publication.journey(), publication.version()));
        }
        return Optional.empty();
    }

    /** @param value empty to remove the key */
    private Future<RecordMetadata> send(String key, Optional<?> value) {
        byte[] bytes = value.map(WireJson::write).orElse(null);
        return producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), bytes));
    }

    private static void await(List<Future<RecordMetadata>> acknowledgements) throws PublishFailed {
        try {
            for (Future<RecordMetadata> acknowledgement : acknowledgements) {
                acknowledgement.get();
            }
        } catch (ExecutionException refused) {
            throw new PublishFailed("the broker did not take the journeys: " + refused.getCause(), refused);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new PublishFailed("interrupted while the broker took the journeys", stopped);
        }
    }

    private void remember(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (key.startsWith(ContentId.TOPIC_KEY_PREFIX)) {
            contents.add(key);
        } else if (record.value() == null) {
            published.remove(key);
        } else {
            try {
                if (key.startsWith(DrainedShare.TOPIC_KEY_PREFIX)) {
                    published.put(WireJson.read(record.value(), DrainedShare.class));
                } else {
                    published.put(PublicationJson.read(record.value()));
                }
            } catch (MalformedJson foreign) {
                throw new KafkaException(
                        "topic " + topic + ", key " + key + ": " + foreign.getMessage()
                                + " (a record without a value under the same key removes it)",
                        foreign);
            }
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(1));
    }
}
