package dev.sendero.benchmarks.reload;

import dev.sendero.api.Topics;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.WireJson;
import dev.sendero.benchmarks.situation.ShopJourneys;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.engine.JobSettings;
import dev.sendero.engine.StateBackend;
import dev.sendero.engine.event.TimeBounds;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Changes journeys while events flow, and compares what is decided with a job that had all versions from the start. */
@Command(name = "reload", description = "Change journeys while events flow.")
public final class ReloadBenchmark implements Callable<Integer> {

    private static final Duration NOTICE = Duration.ofSeconds(1);
    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(5);

    @Option(names = "--rate", defaultValue = "100000", description = "Events per second (default: ${DEFAULT-VALUE}).")
    private int rate;

    @Option(names = "--changes", defaultValue = "200", description = "Changes of journeys (default: ${DEFAULT-VALUE}).")
    private int changes;

    @Option(names = "--seconds", defaultValue = "60", description = "How long events flow (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(names = "--customers", defaultValue = "100000", description = "How many (default: ${DEFAULT-VALUE}).")
    private int customers;

    @Option(
            names = "--journeys",
            defaultValue = "100",
            description = "Live from the start (default: ${DEFAULT-VALUE}).")
    private int journeys;

    @Option(
            names = "--backend",
            defaultValue = "HASHMAP",
            description = "HASHMAP or ROCKSDB (default: ${DEFAULT-VALUE}).")
    private StateBackend backend = StateBackend.HASHMAP;

    @Option(names = "--seed", defaultValue = "1", description = "Of events and changes (default: ${DEFAULT-VALUE}).")
    private long seed;

    public static void main(String... arguments) {
        System.exit(new CommandLine(new ReloadBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("sendero-reload");
        try {
            return compare(folder);
        } finally {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    private int compare(Path folder) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("kafka"));
                var producer = new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", broker.bootstrapServers(), "linger.ms", 0),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            var bench = new Bench(broker.bootstrapServers(), producer, folder);
            List<JourneyPublication> first = new ArrayList<>(
                    ShopJourneys.of(seed, Math.max(1, journeys * 4 / 5)).publications(Instant.EPOCH));
            var edits = new RandomEdits(seed, Math.max(1, journeys / 5));
            first.addAll(edits.all(Instant.EPOCH));
            List<Edit> made = bench.changeWhileEventsFlow(first, edits);
            bench.haveAllFromTheStart(first, made);
            var report = new ReloadReport(made, Decisions.of("changed"), Decisions.of("reference"));
            report.print(
                    System.out,
                    Map.of(
                            "contender",
                            "reload",
                            "backend",
                            backend.name().toLowerCase(Locale.ROOT),
                            "journeys",
                            journeys,
                            "events_per_s",
                            rate,
                            "changes",
                            changes,
                            "customers",
                            customers));
            return report.isFine() ? 0 : 1;
        }
    }

    /** The two runs, on one broker. */
    private final class Bench {

        private final String bootstrapServers;
        private final KafkaProducer<byte[], byte[]> producer;
        private final Path folder;

        private Bench(String bootstrapServers, KafkaProducer<byte[], byte[]> producer, Path folder) {
            this.bootstrapServers = bootstrapServers;
            this.producer = producer;
            this.folder = folder;
        }

        private List<Edit> changeWhileEventsFlow(List<JourneyPublication> first, RandomEdits edits) throws Exception {
            createTopic("changed");
            for (JourneyPublication publication : first) {
                send("changed", publication);
            }
            var made = new ArrayList<Edit>();
            try (var job = ReloadJob.start(settings("changed"), events("changed", true))) {
                long start = Decisions.of("changed").awaitStart();
                long between = (seconds - 6) * 1_000L / changes;
                for (int number = 0; number < changes; number++) {
                    sleepUntil(start + 2_000 + number * between);
                    long now = System.currentTimeMillis();
                    Edit edit =
                            edits.next(number, now, Instant.ofEpochMilli(now).plus(NOTICE));
                    send("changed", edit.publication());
                    made.add(edit);
                }
                job.awaitEnd();
            }
            return made;
        }

        private void haveAllFromTheStart(List<JourneyPublication> first, List<Edit> made) throws Exception {
            createTopic("reference");
            for (JourneyPublication publication : first) {
                send("reference", publication);
            }
            for (Edit edit : made) {
                send("reference", edit.publication());
            }
            try (var job = ReloadJob.start(settings("reference"), events("reference", false))) {
                job.awaitEnd();
            }
        }

        private PacedEvents events(String run, boolean waiting) {
            return new PacedEvents(
                    run, new PacedEvents.Pace(seed, customers, (long) rate * seconds, "changed", rate), waiting);
        }

        private JobSettings settings(String run) {
            return new JobSettings(
                    bootstrapServers,
                    new Topics("events", run, "messages", "facts"),
                    TimeBounds.DEFAULT,
                    1,
                    folder.resolve("checkpoints-" + run).toUri(),
                    BETWEEN_CHECKPOINTS,
                    backend);
        }

        /** Keeps every publication, as the second run has to see all of them. */
        private void createTopic(String topic) throws Exception {
            try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
                TopicCreation.create(admin, List.of(new NewTopic(topic, Optional.of(1), Optional.of((short) 1))));
            }
        }

        private void send(String topic, JourneyPublication publication) throws Exception {
            producer.send(new ProducerRecord<>(
                            topic,
                            publication.topicKey().getBytes(StandardCharsets.UTF_8),
                            WireJson.write(publication)))
                    .get();
        }

        private static void sleepUntil(long millis) throws InterruptedException {
            Thread.sleep(Math.max(0, millis - System.currentTimeMillis()));
        }
    }
}
