package dev.sendero.benchmarks.memory;

import dev.sendero.api.Topics;
import dev.sendero.engine.JobConfiguration;
import dev.sendero.engine.JobSettings;
import dev.sendero.engine.JourneyJob;
import dev.sendero.engine.StateBackend;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.TimeBounds;
import dev.sendero.engine.journey.JourneyChange;
import dev.sendero.engine.journey.JourneyCompiler;
import dev.sendero.engine.journey.JourneyLibrary;
import dev.sendero.engine.journey.JourneyRecord;
import dev.sendero.engine.operator.JourneyOperator;
import dev.sendero.engine.outbox.OutboxRecord;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.core.execution.CheckpointType;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.checkpoint.CheckpointStatsSnapshot;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The middle of the engine's job in this process, between a population and two sinks that count. */
final class MemoryJob implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration LOOK = Duration.ofMillis(20);
    private static final int CHECKPOINTS_REMEMBERED = 10_000;

    private final MiniCluster cluster;
    private final JobID job;
    private final Desk desk;
    private final Path folder;

    private MemoryJob(MiniCluster cluster, JobID job, Desk desk, Path folder) {
        this.cluster = cluster;
        this.job = job;
        this.desk = desk;
        this.folder = folder;
    }

    static MemoryJob start(Population population, MemorySetup setup, Path folder) throws Exception {
        Desk desk = Desk.open(population, setup.tasks());
        JobGraph graph = graph(setup, folder);
        var cluster = new MiniCluster(cluster(setup));
        cluster.start();
        cluster.submitJob(graph).get();
        return new MemoryJob(cluster, graph.getJobID(), desk, folder);
    }

    private static JobGraph graph(MemorySetup setup, Path folder) {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        JobConfiguration.apply(
                environment,
                new JobSettings(
                        "",
                        Topics.DEFAULT,
                        TimeBounds.DEFAULT,
                        setup.tasks(),
                        folder.resolve("checkpoints").toUri(),
                        Duration.ofSeconds(setup.checkpointSeconds()),
                        setup.backend()));
        var withoutRestarts = new Configuration();
        withoutRestarts.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        environment.configure(withoutRestarts);

        // Records do not travel with the job; everything is in this process.
        JourneyLibrary library = () -> journeys(Desk.current().population());
        SingleOutputStreamOperator<OutboxRecord> decided = JourneyJob.decisions(
                environment.fromSource(
                        new EndlessSource<>(PopulationReading::new),
                        WatermarkStrategy.noWatermarks(),
                        "customers",
                        ReceivedEvent.TYPE),
                environment.fromSource(
                        EndlessSource.silent(), WatermarkStrategy.noWatermarks(), "journeys", JourneyRecord.TYPE),
                new JourneyOperator(library, JourneyCompiler.BY_RULES));
        decided.sinkTo(new CountingSink(Desk::messages)).name("messages");
        decided.getSideOutput(JourneyOperator.FACTS)
                .sinkTo(new CountingSink(Desk::facts))
                .name("facts");
        return environment.getStreamGraph().getJobGraph();
    }

    private static List<JourneyRecord> journeys(Population population) {
        Project project = ProjectReader.read(population.project());
        if (!project.problems().isEmpty()) {
            throw new IllegalStateException("journeys: " + project.problems().get(0) + " (expected: no problem)");
        }
        var records = new ArrayList<JourneyRecord>();
        project.journeys().keySet().forEach(journey -> {
            var publication = Publications.of(project, journey, Instant.EPOCH);
            records.add(new JourneyRecord(0, records.size(), new JourneyChange.Published(publication)));
        });
        return records;
    }

    private static MiniClusterConfiguration cluster(MemorySetup setup) {
        var configuration = new Configuration();
        configuration.set(RestOptions.BIND_PORT, "0");
        // A collection of the whole heap may take a minute.
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, PATIENCE);
        configuration.set(RpcOptions.ASK_TIMEOUT_DURATION, PATIENCE);
        configuration.set(WebOptions.CHECKPOINTS_HISTORY_SIZE, CHECKPOINTS_REMEMBERED);
        configuration.set(
                TaskManagerOptions.MANAGED_MEMORY_SIZE,
                setup.backend() == StateBackend.ROCKSDB
                        ? MemorySize.ofMebiBytes(setup.managedMebibytes())
                        : MemorySize.ofMebiBytes(1));
        return new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(setup.tasks())
                .build();
    }

    /**
     * Waits until all is decided up to a time.
     *
     * @throws IllegalStateException when the job has ended before
     */
    void await(Instant time) throws Exception {
        while (!desk.hasReached(time)) {
            JobStatus status = cluster.getJobStatus(job).get();
            if (status.isTerminalState()) {
                Throwable cause = cluster.requestJobResult(job)
                        .get()
                        .getSerializedThrowable()
                        .orElse(null);
                throw new IllegalStateException("job: " + status + " (expected: to run)", cause);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    Desk desk() {
        return desk;
    }

    /** A whole checkpoint, nothing in it shared with earlier ones. */
    AbstractCheckpointStats checkpoint() throws Exception {
        long number = cluster.triggerCheckpoint(job, CheckpointType.FULL).get();
        return statistics().getHistory().getCheckpointById(number);
    }

    /** Begins one and does not wait for it. */
    CompletableFuture<String> triggerCheckpoint() {
        return cluster.triggerCheckpoint(job);
    }

    /** Where the metadata of a checkpoint are that is kept. */
    Path folderOf(AbstractCheckpointStats checkpoint) {
        return folder.resolve("checkpoints").resolve(job.toString()).resolve("chk-" + checkpoint.getCheckpointId());
    }

    /** A savepoint in the format that all backends share; returns its folder. */
    Path savepoint() throws Exception {
        String target = folder.resolve("savepoints").toUri().toString();
        return Path.of(URI.create(cluster.triggerSavepoint(job, target, false, SavepointFormatType.CANONICAL)
                .get()));
    }

    CheckpointStatsSnapshot statistics() throws Exception {
        return cluster.getExecutionGraph(job).get().getCheckpointStatsSnapshot();
    }

    @Override
    public void close() {
        cluster.cancelJob(job).join();
        cluster.closeAsync().join();
    }
}
