package dev.sendero.engine;

import dev.sendero.api.Topics;
import dev.sendero.engine.event.TimeBounds;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;

/**
 * All that the job can be told.
 *
 * @param bootstrapServers of Kafka, {@code host:port} separated by commas
 * @param parallelism of the operators, 1 or more; not above the number of partitions of {@code events}, as a source
 *     without a partition would hold back the time of the others
 * @param checkpoints the folder in which checkpoints are kept after the job has ended
 * @param checkpointInterval how long decisions wait before they leave; 10 ms or more
 */
public record JobSettings(
        String bootstrapServers,
        Topics topics,
        TimeBounds time,
        int parallelism,
        URI checkpoints,
        Duration checkpointInterval,
        StateBackend stateBackend)
        implements Serializable {

    /** @throws IllegalArgumentException when a number is out of its range */
    public JobSettings {
        if (parallelism < 1) {
            throw new IllegalArgumentException("parallelism: " + parallelism + " (expected: 1 or more)");
        }
        if (checkpointInterval.toMillis() < 10) {
            throw new IllegalArgumentException(
                    "checkpoint interval: " + checkpointInterval + " (expected: PT0.01S or more)");
        }
    }

    /** One task, a checkpoint every second, state on the heap. */
    public static JobSettings of(String bootstrapServers, URI checkpoints) {
        return new JobSettings(
                bootstrapServers,
                Topics.DEFAULT,
                TimeBounds.DEFAULT,
                1,
                checkpoints,
                Duration.ofSeconds(1),
                StateBackend.HASHMAP);
    }

    public JobSettings withTime(TimeBounds bounds) {
        return new JobSettings(
                bootstrapServers, topics, bounds, parallelism, checkpoints, checkpointInterval, stateBackend);
    }

    public JobSettings withParallelism(int tasks) {
        return new JobSettings(bootstrapServers, topics, time, tasks, checkpoints, checkpointInterval, stateBackend);
    }

    public JobSettings withCheckpointInterval(Duration interval) {
        return new JobSettings(bootstrapServers, topics, time, parallelism, checkpoints, interval, stateBackend);
    }

    public JobSettings withStateBackend(StateBackend backend) {
        return new JobSettings(bootstrapServers, topics, time, parallelism, checkpoints, checkpointInterval, backend);
    }
}
