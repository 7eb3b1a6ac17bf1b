package dev.sendero.engine.operator;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.engine.journey.JourneyInForce;
import dev.sendero.engine.journey.Opening;
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
     * @param format of what follows; 1, which had no number, did not say when situations may begin a version
     * @param watermark in milliseconds of event time
     * @param unreconciled with which not every customer had been reconciled; null for none
     */
    record Content(
            int format,
            long watermark,
            List<JourneyInForce> versions,
            @Nullable RunChange unreconciled) {

        static final int FORMAT = 2;
        static final Content EMPTY = Content.of(Long.MIN_VALUE, List.of(), null);

        /** The one furthest behind first. */
        private static final Comparator<Content> BY_PROGRESS =
                Comparator.comparingLong(Content::watermark).thenComparing(content -> content.unreconciled() == null);

        static Content of(long watermark, List<JourneyInForce> versions, @Nullable RunChange unreconciled) {
            return new Content(FORMAT, watermark, versions, unreconciled);
        }
    }

    /** What format 1 was. */
    private record First(
            long watermark,
            List<JourneyPublication> inForce,
            @Nullable RunChange unreconciled) {

        Content asContent() {
            return Content.of(watermark, inForce.stream().map(this::dated).toList(), unreconciled);
        }

        /** Open from its effective time until that of the next version. */
        private JourneyInForce dated(JourneyPublication publication) {
            long from = publication.effectiveAt().toEpochMilli();
            long until = inForce.stream()
                    .filter(other -> other.journey().equals(publication.journey()))
                    .mapToLong(other -> other.effectiveAt().toEpochMilli())
                    .filter(next -> next > from)
                    .min()
                    .orElse(Opening.OPEN);
            return new JourneyInForce(publication, List.of(new Opening(from, until)));
        }
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

    static Content parse(byte[] json) throws IOException {
        try {
            Content content = WireJson.read(json, Content.class);
            return content.format() == Content.FORMAT
                    ? content
                    : WireJson.read(json, First.class).asContent();
        } catch (MalformedJson malformed) {
            throw new IOException("journeys in the snapshot: " + malformed.getMessage(), malformed);
        }
    }
}
