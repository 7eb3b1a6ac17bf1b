package dev.sendero.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.Admission;
import dev.sendero.core.identity.Remembered;
import dev.sendero.core.identity.Visitor;
import dev.sendero.core.state.Position;
import dev.sendero.engine.event.ReceivedEvent;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

class VisitorCellSerializerTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final ReceivedEvent PAST = ReceivedEvent.of(
            Event.track(new EventId("e-1"), "Order Completed", new CustomerId("ada"), TEN, Map.of("total", 3L)),
            Admission.ALL);

    /** As the first format has a visitor with one event, which is in the first format of events. */
    private static final String WITH_HISTORY =
            "0100000000000000050000019ca8d72d00008000000000000000000000010101010000019ca8d72d"
                    + "0003652d310f4f7264657220436f6d706c65746564036164610105746f74616c0400000000000000"
                    + "0300";

    /** As the first format has a visitor who has been linked twice. */
    private static final String LINKED = "0100000000000000070000019ca8d72d00036164610000019ca8d72d0003652d39020000";

    private static final VisitorCell CELL_WITH_HISTORY = new VisitorCell(
            Visitor.kept(
                    List.of(new Remembered<>(Position.of(PAST.event()), PAST)),
                    "",
                    Position.START,
                    0,
                    false,
                    TEN.toEpochMilli()),
            5);
    private static final VisitorCell LINKED_CELL = new VisitorCell(
            Visitor.kept(List.of(), "ada", new Position(TEN.toEpochMilli(), "e-9"), 2, false, TEN.toEpochMilli()), 7);

    @Test
    void a_cell_is_read_as_it_was_written() throws IOException {
        for (VisitorCell cell : List.of(CELL_WITH_HISTORY, LINKED_CELL)) {
            var output = new DataOutputSerializer(64);
            VisitorCellSerializer.INSTANCE.serialize(cell, output);

            assertThat(read(output.getCopyOfBuffer())).isEqualTo(cell);
        }
    }

    @Test
    void a_cell_of_the_first_format_is_read() throws IOException {
        assertThat(read(HexFormat.of().parseHex(WITH_HISTORY))).isEqualTo(CELL_WITH_HISTORY);
        assertThat(read(HexFormat.of().parseHex(LINKED))).isEqualTo(LINKED_CELL);
    }

    @Test
    void a_copy_is_independent() {
        VisitorCell copy = VisitorCellSerializer.INSTANCE.copy(LINKED_CELL);

        assertThat(copy).isEqualTo(LINKED_CELL);
        assertThat(copy.visitor()).isNotSameAs(LINKED_CELL.visitor());
    }

    private static VisitorCell read(byte[] bytes) throws IOException {
        return VisitorCellSerializer.INSTANCE.deserialize(new DataInputDeserializer(bytes));
    }
}
