package dev.sendero.engine.operator;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.StateObject;
import org.apache.flink.runtime.state.StreamStateHandle;

/** All bytes of a savepoint, or of a checkpoint on the heap, to look for texts in them. */
public final class SnapshotText {

    private SnapshotText() {}

    public static String of(OperatorSubtaskState snapshot) throws IOException {
        List<StateObject> parts = new ArrayList<>();
        Stream.of(
                        snapshot.getManagedKeyedState(),
                        snapshot.getRawKeyedState(),
                        snapshot.getManagedOperatorState(),
                        snapshot.getRawOperatorState())
                .forEach(parts::addAll);
        var text = new StringBuilder();
        for (StateObject part : parts) {
            try (InputStream bytes = ((StreamStateHandle) part).openInputStream()) {
                text.append(new String(bytes.readAllBytes(), StandardCharsets.ISO_8859_1));
            }
        }
        return text.toString();
    }
}
