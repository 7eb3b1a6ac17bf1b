package dev.sendero.engine;

import java.time.Duration;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.core.execution.CheckpointingMode;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend.PriorityQueueStateType;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.apache.flink.state.rocksdb.RocksDBOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** What the job asks of Flink. */
public final class JobConfiguration {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int ATTEMPTS = 20;

    /** How often a source says what time it is; a small part of the interval between checkpoints. */
    private static final Duration WATERMARK_INTERVAL = Duration.ofMillis(50);

    /** What fires next, so that a storm of deadlines does not look for each in RocksDB. */
    private static final int TIMERS_CACHED_IN_KEY_GROUP = 1_024;

    private JobConfiguration() {}

    public static void apply(StreamExecutionEnvironment environment, JobSettings settings) {
        environment.setParallelism(settings.parallelism());
        environment.configure(of(settings));
    }

    private static Configuration of(JobSettings settings) {
        var configuration = new Configuration();
        configuration.set(PipelineOptions.NAME, "sendero");
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        // A type that fell to Flink's generic serializer would not survive a new release.
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_WATERMARK_INTERVAL, WATERMARK_INTERVAL);

        configuration.set(
                StateBackendOptions.STATE_BACKEND, settings.stateBackend().flinkName());
        configuration.set(
                CheckpointingOptions.INCREMENTAL_CHECKPOINTS, settings.stateBackend() == StateBackend.ROCKSDB);
        applyRocksDb(configuration);
        configuration.set(CheckpointingOptions.CHECKPOINTING_CONSISTENCY_MODE, CheckpointingMode.EXACTLY_ONCE);
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, settings.checkpointInterval());
        configuration.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        configuration.set(
                CheckpointingOptions.CHECKPOINTS_DIRECTORY,
                settings.checkpoints().toString());
        configuration.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        configuration.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, 2);

        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_INITIAL_BACKOFF, FIRST_PAUSE);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_MAX_BACKOFF, LONGEST_PAUSE);
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY_EXPONENTIAL_DELAY_ATTEMPTS, ATTEMPTS);
        return configuration;
    }

    /** Nothing of it matters to the heap. */
    private static void applyRocksDb(Configuration configuration) {
        // Timers on the heap would be written into the snapshot's raw keyed state, where the waiting events are.
        configuration.set(RocksDBOptions.TIMER_SERVICE_FACTORY, PriorityQueueStateType.ROCKSDB);
        configuration.set(RocksDBOptions.ROCKSDB_TIMER_SERVICE_FACTORY_CACHE_SIZE, TIMERS_CACHED_IN_KEY_GROUP);
        // Most look-ups that miss the cache are of customers who are new.
        configuration.set(RocksDBConfigurableOptions.USE_BLOOM_FILTER, true);
        configuration.set(RocksDBConfigurableOptions.USE_DYNAMIC_LEVEL_SIZE, true);
    }
}
