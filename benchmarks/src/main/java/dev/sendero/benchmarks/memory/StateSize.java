package dev.sendero.benchmarks.memory;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.metadata.CheckpointMetadata;

/** How much of a checkpoint or savepoint is state by customer: cells and timers, not journeys or positions. */
final class StateSize {

    private StateSize() {}

    /** @return bytes */
    static long of(Path folder) throws IOException {
        Path file = folder.resolve("_metadata");
        try (var input = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            CheckpointMetadata metadata =
                    Checkpoints.loadCheckpointMetadata(input, StateSize.class.getClassLoader(), folder.toString());
            return metadata.getOperatorStates().stream()
                    .flatMap(operator -> operator.getStates().stream())
                    .mapToLong(StateSize::of)
                    .sum();
        }
    }

    private static long of(OperatorSubtaskState task) {
        return task.getManagedKeyedState().getStateSize()
                + task.getRawKeyedState().getStateSize();
    }
}
