package dev.sendero.faults.killed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.Topics;
import dev.sendero.api.event.Event;
import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.cli.demo.DemoShop;
import dev.sendero.cli.publish.JourneyPublisher;
import dev.sendero.engine.JobSettings;
import dev.sendero.engine.StateBackend;
import dev.sendero.engine.event.TimeBounds;
import dev.sendero.faults.load.SteadyLoad;
import dev.sendero.faults.process.CheckpointsOnDisk;
import dev.sendero.faults.process.FlinkCluster;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apache.flink.api.common.JobID;
import org.apache.flink.util.FileUtils;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Task managers killed while events flow at a steady rate: job manager and task managers are processes of their own, the
 * broker is in this one. A seed says who is killed and when. {@code -Dsendero.seeds} says how many seeds there are and
 * {@code -Dsendero.seed} which is the first; odd ones keep state on the heap, even ones in RocksDB.
 */
@Tag("slow")
class KilledTaskManagerTest {

    private static final int EVENTS = 30_000;
    private static final int EVENTS_PER_SECOND = 2_000;
    private static final int TASK_MANAGERS = 2;
    private static final int PARTITIONS = 4;
    private static final Instant START = Instant.parse("2026-03-02T06:00:00Z");
    private static final Instant END = START.plus(Duration.ofDays(1_000));
    private static final TimeBounds TIME =
            new TimeBounds(Duration.ofHours(1), Duration.ofMinutes(5), Duration.ofDays(36_500));
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Stays, with all logs, unless every seed has come to its end. */
    private static Path folder;

    private static int unfinishedSeeds;
    private static Project project;
    private static EmbeddedBroker broker;
    private static FlinkCluster cluster;

    static LongStream seeds() {
        long first = Long.getLong("sendero.seed", 1);
        return LongStream.range(first, first + Integer.getInteger("sendero.seeds", 2));
    }

    @BeforeAll
    static void start() throws Exception {
        folder = Files.createTempDirectory("killed-task-managers");
        Path shop = folder.resolve("shop");
        DemoShop.copyProjectTo(shop);
        project = ProjectReader.read(ProjectFolder.load(shop));
        broker = EmbeddedBroker.start(folder.resolve("kafka"));
        cluster = FlinkCluster.start(folder.resolve("cluster"), TASK_MANAGERS);
    }

    @AfterAll
    static void stop() throws IOException {
        if (cluster != null) {
            cluster.close();
        }
        if (broker != null) {
            broker.close();
        }
        if (cluster != null && unfinishedSeeds == 0) {
            FileUtils.deleteDirectory(folder.toFile());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_message_leaves_and_no_other_does(long seed) throws Exception {
        unfinishedSeeds++;
        var random = new Random(seed);
        List<Event> events = events(seed, random);
        Decisions expected = Decisions.of(project, events, END);
        Topics topics = createTopics(seed);
        try (var publisher = JourneyPublisher.open(broker.bootstrapServers(), topics.journeys())) {
            publisher.publish(project, START);
        }
        JobSettings settings = settings(seed, topics);
        JobID job = cluster.submit(settings);
        try (var outgoing = new Outgoing(broker.bootstrapServers(), topics)) {
            var checkpoints =
                    new CheckpointsOnDisk(Path.of(settings.checkpoints()).resolve(job.toString()));
            checkpoints.awaitAfter(0);
            List<Kill> kills = killUnderLoad(random, checkpoints, topics, events);
            awaitAll(expected, outgoing, job);
            cluster.stop(job);
            outgoing.readOn();

            var ledger = LedgerFeed.of(outgoing.outbound(), folder.resolve("ledger-" + seed + ".db"));
            var report = KillReport.of(expected, outgoing, ledger);
            System.out.printf(
                    "kill -9 of a task manager, seed %d, %s: %d events; %s; %s%n",
                    seed, settings.stateBackend(), events.size(), report, describe(kills, outgoing));
            assertThat(report.faults()).as("logs are in %s", folder).isEmpty();
        } finally {
            cluster.cancel(job);
        }
        unfinishedSeeds--;
    }

    private static List<Kill> killUnderLoad(
            Random random, CheckpointsOnDisk checkpoints, Topics topics, List<Event> events) {
        List<Kill> kills = Kill.plan(random, EVENTS, TASK_MANAGERS);
        try (var load = SteadyLoad.start(broker.bootstrapServers(), topics.events(), events, EVENTS_PER_SECOND)) {
            for (Kill kill : kills) {
                load.awaitSent(kill.afterEvents());
                kill.happen(cluster, checkpoints);
            }
            kills.forEach(Kill::recovered);
            load.end(END);
        }
        return kills;
    }

    /** As they come out of the topic: out of order, and within the bound. */
    private static List<Event> events(long seed, Random random) throws MalformedJson {
        record Appended(Event event, Instant at) {}
        var appended = new ArrayList<Appended>();
        for (Event event : DemoShop.events(seed, START, EVENTS)) {
            Event read = EventJson.read(EventJson.write(event), event.timestamp());
            Duration delay = Duration.ofMillis(random.nextLong(TIME.disorder().toMillis()));
            appended.add(new Appended(read, event.timestamp().plus(delay)));
        }
        appended.sort(Comparator.comparing(Appended::at));
        return appended.stream().map(Appended::event).toList();
    }

    private static Topics createTopics(long seed) throws Exception {
        var topics = new Topics("events-" + seed, "journeys-" + seed, "messages-" + seed, "facts-" + seed);
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()))) {
            TopicCreation.create(
                    admin,
                    List.of(
                            topic(topics.events(), PARTITIONS, Map.of()),
                            topic(topics.journeys(), 1, Map.of("cleanup.policy", "compact")),
                            // When the broker takes them, not when the job says that it is.
                            topic(topics.messages(), PARTITIONS, Map.of("message.timestamp.type", "LogAppendTime")),
                            topic(topics.facts(), PARTITIONS, Map.of("message.timestamp.type", "LogAppendTime"))));
        }
        return topics;
    }

    private static NewTopic topic(String name, int partitions, Map<String, String> configuration) {
        var all = new HashMap<>(configuration);
        all.put("retention.ms", "-1");
        all.put("message.timestamp.after.max.ms", Long.toString(Long.MAX_VALUE));
        return new NewTopic(name, partitions, (short) 1).configs(all);
    }

    private static JobSettings settings(long seed, Topics topics) {
        return new JobSettings(
                broker.bootstrapServers(),
                topics,
                TIME,
                TASK_MANAGERS,
                folder.resolve("checkpoints-" + seed).toUri(),
                Duration.ofMillis(500),
                seed % 2 == 0 ? StateBackend.ROCKSDB : StateBackend.HASHMAP);
    }

    /** Returns too when nothing more can be expected to come; what is missing is found out later. */
    private static void awaitAll(Decisions expected, Outgoing outgoing, JobID job) {
        try {
            Awaitility.await("all decisions").atMost(PATIENCE).until(() -> {
                outgoing.readOn();
                if (cluster.hasEnded(job)) {
                    throw new IllegalStateException("the job has ended; logs are in " + folder);
                }
                return outgoing.messages().containsAll(expected.messages())
                        && outgoing.cancellations().containsAll(expected.cancellations())
                        && outgoing.facts().containsAll(expected.facts());
            });
        } catch (ConditionTimeoutException incomplete) {
            System.out.println("some decisions have not come within " + PATIENCE);
        }
    }

    private static String describe(List<Kill> kills, Outgoing outgoing) {
        return kills.stream()
                .map(kill -> "killed %s, first new commit after %d ms"
                        .formatted(
                                kill.moment(),
                                Duration.between(kill.at(), outgoing.firstFrom(kill.recovered()))
                                        .toMillis()))
                .collect(Collectors.joining(", "));
    }
}
