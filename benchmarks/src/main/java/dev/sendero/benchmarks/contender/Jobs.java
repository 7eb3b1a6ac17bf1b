package dev.sendero.benchmarks.contender;

import dev.sendero.api.Topics;
import dev.sendero.engine.JobConfiguration;
import dev.sendero.engine.JobSettings;
import dev.sendero.engine.StateBackend;
import dev.sendero.engine.event.TimeBounds;
import java.time.Duration;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.HeartbeatManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.RpcOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The same surroundings for every contender that runs in Flink: one task of each kind, a checkpoint every five seconds. */
final class Jobs {

    private static final Duration BETWEEN_CHECKPOINTS = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final MemorySize FOR_ROCKSDB = MemorySize.ofMebiBytes(512);

    /** Flink's own default for a cluster in the process. */
    private static final int NETWORK_MEBIBYTES = 64;

    private Jobs() {}

    /** Not configured beyond the cluster. @param partitions by which the stream is divided anew, for buffers between */
    static StreamExecutionEnvironment environment(int partitions) {
        var configuration = new Configuration();
        var network = MemorySize.ofMebiBytes(NETWORK_MEBIBYTES + partitions);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, network);
        configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, network);
        configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, FOR_ROCKSDB);
        // A thousand tasks on few cores answer late, and are not dead.
        configuration.set(HeartbeatManagerOptions.HEARTBEAT_TIMEOUT, PATIENCE);
        configuration.set(RpcOptions.ASK_TIMEOUT_DURATION, PATIENCE);
        return StreamExecutionEnvironment.createLocalEnvironment(1, configuration);
    }

    /** Configured as the engine's job is, but for restarts: what fails has lost. */
    static StreamExecutionEnvironment configured(int partitions, Workload workload) {
        StreamExecutionEnvironment environment = environment(partitions);
        JobConfiguration.apply(environment, settings("", workload));
        withoutRestarts(environment);
        return environment;
    }

    static void withoutRestarts(StreamExecutionEnvironment environment) {
        var configuration = new Configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        environment.configure(configuration);
    }

    static JobSettings settings(String bootstrapServers, Workload workload) {
        return new JobSettings(
                bootstrapServers,
                Topics.DEFAULT,
                TimeBounds.DEFAULT,
                1,
                workload.folder().resolve("checkpoints").toUri(),
                BETWEEN_CHECKPOINTS,
                workload.setup().backend() == Backend.ROCKSDB ? StateBackend.ROCKSDB : StateBackend.HASHMAP);
    }
}
