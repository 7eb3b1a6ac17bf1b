package dev.sendero.faults;

import dev.sendero.api.Topics;
import dev.sendero.broker.TopicCreation;
import dev.sendero.cli.publish.JourneyPublisher;
import dev.sendero.engine.JobSettings;
import dev.sendero.faults.load.Arrivers;
import dev.sendero.faults.load.DirectEvents;
import dev.sendero.faults.load.Load;
import dev.sendero.faults.load.TrialProject;
import dev.sendero.faults.process.BrokerProcess;
import dev.sendero.faults.process.CheckpointsOnDisk;
import dev.sendero.faults.process.CourierProcess;
import dev.sendero.faults.process.FlinkCluster;
import dev.sendero.faults.process.PostgresServer;
import dev.sendero.faults.provider.Behaviour;
import dev.sendero.faults.provider.Loopback;
import dev.sendero.faults.provider.Provider;
import dev.sendero.faults.result.Account;
import dev.sendero.faults.result.Row;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.store.Database;
import dev.sendero.store.ledger.SqlLedger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.awaitility.Awaitility;

/**
 * What a trial happens on where every part is a process of its own, as in production: a broker, Flink, PostgreSQL, couriers. Events
 * go to their topic directly.
 */
final class ApartStage implements AutoCloseable {

    /** Short, so that what a dead courier has claimed is soon in doubt. */
    private static final Duration LEASE = Duration.ofSeconds(10);

    private static final int PARTITIONS = 4;
    private static final int SLOTS = 4;
    private static final Duration UNTIL_CLAIM = Duration.ofSeconds(40);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(400);

    private final Path folder;
    private final Loopback loopback;
    private final BrokerProcess broker;
    private final PostgresServer postgres;
    private final FlinkCluster flink;
    private final DirectEvents events;
    private final List<CourierProcess> couriers = new ArrayList<>();
    private JobID job;

    private ApartStage(
            Path folder,
            Loopback loopback,
            BrokerProcess broker,
            PostgresServer postgres,
            FlinkCluster flink,
            DirectEvents events,
            JobID job) {
        this.folder = folder;
        this.loopback = loopback;
        this.broker = broker;
        this.postgres = postgres;
        this.flink = flink;
        this.events = events;
        this.job = job;
    }

    /** Everything but couriers runs when it returns, the job with two tasks. */
    static ApartStage set(Path folder, long seed) throws Exception {
        Path project = folder.resolve("project");
        Files.createDirectories(project);
        Loopback loopback = Loopback.start(seed);
        TrialProject.write(project, loopback.all());
        BrokerProcess broker = BrokerProcess.start(folder);
        createTopics(broker.address());
        try (var publisher = JourneyPublisher.open(broker.address(), Topics.DEFAULT.journeys())) {
            publisher.publish(ProjectReader.read(ProjectFolder.load(project)), Instant.now());
        }
        PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"));
        FlinkCluster flink = FlinkCluster.start(folder.resolve("flink"), 1, SLOTS);
        JobID job = flink.submit(settings(folder, broker, 2));
        var stage = new ApartStage(folder, loopback, broker, postgres, flink, new DirectEvents(broker.address()), job);
        stage.awaitJob();
        return stage;
    }

    private static void createTopics(String brokers) throws Exception {
        Topics topics = Topics.DEFAULT;
        try (var admin = Admin.create(Map.of("bootstrap.servers", brokers))) {
            TopicCreation.create(
                    admin,
                    List.of(
                            new NewTopic(topics.events(), PARTITIONS, (short) 1)
                                    .configs(Map.of("message.timestamp.type", "LogAppendTime")),
                            new NewTopic(topics.journeys(), 1, (short) 1).configs(Map.of("cleanup.policy", "compact")),
                            new NewTopic(topics.messages(), PARTITIONS, (short) 1),
                            new NewTopic(topics.facts(), PARTITIONS, (short) 1)));
        }
    }

    private static JobSettings settings(Path folder, BrokerProcess broker, int tasks) {
        return JobSettings.of(broker.address(), folder.resolve("checkpoints").toUri())
                .withParallelism(tasks);
    }

    /** That the job runs does not say that all of its tasks do; a checkpoint says it. */
    private void awaitJob() {
        new CheckpointsOnDisk(folder.resolve("checkpoints").resolve(job.toString())).awaitAfter(0);
    }

    /** Stops the job at a savepoint and lets it go on from there with another number of tasks. */
    void rescale(int tasks) throws Exception {
        String savepoint = flink.stop(job);
        job = flink.submit(settings(folder, broker, tasks), savepoint);
        awaitJob();
    }

    /** @return where the savepoint is; the job goes on */
    String savepoint() throws Exception {
        return flink.savepoint(job);
    }

    /** Forgets what the job has done since a savepoint: it does that again. */
    void goBackTo(String savepoint) throws Exception {
        flink.cancel(job);
        job = flink.submit(settings(folder, broker, 2), savepoint);
        awaitJob();
    }

    /** As {@code kill -9} does, and another takes its place. */
    void killTaskManager() {
        flink.killTaskManager(0);
        flink.replaceTaskManager(0);
    }

    PostgresServer postgres() {
        return postgres;
    }

    List<Provider> providers() {
        return loopback.all();
    }

    void behave(Behaviour behaviour) {
        providers().forEach(provider -> provider.behave(behaviour));
    }

    /** One more. @param instance its name */
    CourierProcess courier(String instance) {
        var environment = new HashMap<String, String>();
        providers().forEach(provider -> environment.putAll(provider.environment()));
        var courier = CourierProcess.start(
                new CourierProcess.Group(
                        folder.resolve("project"), environment, broker.address(), postgres.url(), LEASE, folder),
                instance);
        couriers.add(courier);
        return courier;
    }

    /** Returns when a courier has claimed messages: it has partitions of its own now. */
    void awaitClaimBy(String instance) {
        try (var store = store()) {
            var ledger = new SqlLedger(store);
            Awaitility.await("a claim of " + instance).atMost(UNTIL_CLAIM).until(() -> {
                var claimed = new AtomicBoolean();
                ledger.export(entry -> {
                    if (entry.claimant().owner().equals(instance)) {
                        claimed.set(true);
                    }
                });
                return claimed.get();
            });
        }
    }

    Load load(String name, int first, int customers, Duration lasting) {
        return Load.start(new Arrivers(name, first, customers), lasting, events::post);
    }

    boolean awaitRest(Load load, Duration patience) {
        try (var store = store()) {
            var account = new Account(store);
            long deadline = System.nanoTime() + patience.toNanos();
            while (account.unrested(load, providers()) > 0) {
                if (System.nanoTime() > deadline) {
                    return false;
                }
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            return true;
        }
    }

    List<Row> account(String fault, String loadName, Load load, int mostInDoubt) {
        try (var store = store()) {
            return new Account(store).rows(fault, loadName, load, providers(), mostInDoubt);
        }
    }

    private Database store() {
        return Database.postgres(postgres.url(), "postgres", "postgres");
    }

    @Override
    public void close() {
        couriers.forEach(CourierProcess::close);
        events.close();
        flink.close();
        postgres.close();
        broker.close();
        loopback.close();
    }
}
