package dev.sendero.engine;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.core.execution.RecoveryClaimMode;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.SavepointRestoreSettings;
import org.apache.flink.runtime.jobmaster.JobResult;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The job in this process, started where the newest checkpoint of an earlier process left it. */
public final class LocalCluster implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);
    private static final int STOP_SECONDS = 1;

    /** Outside the heap, for blocks and write buffers. */
    private static final MemorySize ROCKSDB_MEMORY_OF_TASK = MemorySize.ofMebiBytes(256);

    private final MiniCluster cluster;
    private final JobID job;
    private final Optional<String> restoredFrom;
    private volatile boolean closing;

    private LocalCluster(MiniCluster cluster, JobID job, Optional<String> restoredFrom) {
        this.cluster = cluster;
        this.job = job;
        this.restoredFrom = restoredFrom;
    }

    /**
     * Starts the job and returns when it has been accepted; {@link #isRunning} says when all of it runs.
     *
     * @param settings whose folder of checkpoints must be on the local disk and is for this job alone: what is stale
     *     there is deleted
     * @param onFailure called once, from another thread, when the job has failed for good
     * @throws Exception when the cluster cannot start or refuses the job; nothing is left running
     */
    public static LocalCluster start(JobSettings settings, Consumer<Throwable> onFailure) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        JourneyJob.build(environment, settings);
        JobGraph graph = environment.getStreamGraph().getJobGraph();
        var checkpoints = new CheckpointFolder(settings.checkpoints());
        Optional<String> checkpoint = checkpoints.newest();
        checkpoint.ifPresent(path -> graph.setSavepointRestoreSettings(
                SavepointRestoreSettings.forPath(path, false, RecoveryClaimMode.CLAIM)));
        MiniCluster cluster = new MiniCluster(configurationFor(settings));
        try {
            cluster.start();
            cluster.submitJob(graph).get();
            if (checkpoint.isPresent()) {
                checkpoints.deleteAllBut(checkpoint.get());
            }
        } catch (Exception refused) {
            cluster.closeAsync().join();
            throw refused;
        }
        var local = new LocalCluster(cluster, graph.getJobID(), checkpoint);
        local.watch(onFailure);
        return local;
    }

    private static MiniClusterConfiguration configurationFor(JobSettings settings) {
        var configuration = new Configuration();
        configuration.set(RestOptions.BIND_ADDRESS, "localhost");
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.ADDRESS, "localhost");
        if (settings.stateBackend() == StateBackend.ROCKSDB) {
            configuration.set(
                    TaskManagerOptions.MANAGED_MEMORY_SIZE, ROCKSDB_MEMORY_OF_TASK.multiply(settings.parallelism()));
        }
        return new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.parallelism())
                .build();
    }

    private void watch(Consumer<Throwable> onFailure) {
        var unused = cluster.requestJobResult(job).whenComplete((result, failure) -> {
            if (closing) {
                return;
            }
            if (failure != null) {
                onFailure.accept(failure);
            } else {
                onFailure.accept(causeOf(result));
            }
        });
    }

    private static Throwable causeOf(JobResult result) {
        return result.getSerializedThrowable()
                .map(serialized -> serialized.deserializeError(LocalCluster.class.getClassLoader()))
                .orElseGet(() -> new IllegalStateException(
                        "job: " + result.getApplicationStatus() + " (expected: to run until it is closed)"));
    }

    /** The checkpoint that the job was started from; empty when it began anew. */
    public Optional<String> restoredFrom() {
        return restoredFrom;
    }

    /** Whether all tasks of the job run now. */
    public boolean isRunning() {
        return cluster.isRunning() && cluster.getJobStatus(job).join() == JobStatus.RUNNING;
    }

    /**
     * Stops the job where it is; the last checkpoint stays. Quick: what is not in the checkpoint is done again. Tasks
     * that do not stop in time are stopped with the cluster.
     */
    @Override
    public void close() {
        closing = true;
        try {
            cluster.cancelJob(job).get(STOP_SECONDS, TimeUnit.SECONDS);
            cluster.requestJobResult(job).get(STOP_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException unwilling) {
            LOG.debug("the job did not stop by itself", unwilling);
        }
        cluster.closeAsync().join();
    }
}
