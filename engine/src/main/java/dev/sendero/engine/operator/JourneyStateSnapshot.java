package dev.sendero.engine.operator;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.OperatorStateStore;
import org.apache.flink.api.common.typeinfo.PrimitiveArrayTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * What all tasks of the operator share in a snapshot: which journeys were in force, and what time it was. The first
 * task writes it, and so does each one that is behind, in the middle of a step of time; each task reads what the one
 * furthest behind has written, since what changes after that is read from the topic again.
 */
final class JourneyStateSnapshot {

    private final ListState<byte[]> state;

    JourneyStateSnapshot(OperatorStateStore store) throws Exception {
        state = store.getUnionListState(
                new ListStateDescriptor<>("journeys", PrimitiveArrayTypeInfo.BYTE_PRIMITIVE_ARRAY_TYPE_INFO));
    }

    /**
     * @param watermark in milliseconds of event time
     * @param unreconciled with which not every customer had been reconciled; null for none
     */
    record Content(
            long watermark,
            List<JourneyPublication> inForce,
            @Nullable RunChange unreconciled) {

        static final Content EMPTY = new Content(Long.MIN_VALUE, List.of(), null);

        /** The one furthest behind first. */
        private static final Comparator<Content> BY_PROGRESS =
                Comparator.comparingLong(Content::watermark).thenComparing(content -> content.unreconciled() == null);
    }

    void write(Content content) throws Exception {
        state.update(List.of(WireJson.write(content)));
    }

    void writeNothing() throws Exception {
        state.update(List.of());
    }

    Content read() throws Exception {
        var contents = new ArrayList<Content>();
        for (byte[] json : state.get()) {
            contents.add(parse(json));
        }
        return contents.stream().min(Content.BY_PROGRESS).orElse(Content.EMPTY);
    }

    private static Content parse(byte[] json) throws IOException {
        try {
            return WireJson.read(json, Content.class);
        } catch (MalformedJson malformed) {
            throw new IOException("journeys in the snapshot: " + malformed.getMessage(), malformed);
        }
    }
}
