package dev.sendero.engine.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.core.Admission;
import java.io.IOException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReceivedEventSerializerTest {

    private static final ReceivedEventSerializer SERIALIZER = ReceivedEventSerializer.INSTANCE;

    /** An order of ada's, as the first format has it. */
    private static final String FIRST_FORMAT =
            "0101010000019ca8d72d0003652d310f4f7264657220436f6d706c65746564036164610105746f74"
                    + "616c04000000000000000300";

    @ParameterizedTest
    @EnumSource(EventType.class)
    void an_event_is_read_as_it_was_written(EventType type) throws IOException {
        var event = new Event(
                new EventId("e-1"),
                type,
                "Order Completed",
                new CustomerId("ädä"),
                "device-1",
                Instant.parse("2026-03-01T10:00:00.123Z"),
                Map.of(
                        "total",
                        12.5,
                        "count",
                        -3L,
                        "gift",
                        true,
                        "paid",
                        false,
                        "products",
                        List.of(Map.of("name", "lamp"), "x".repeat(70_000), List.of())),
                Map.of("email", "ada@example.com"));

        for (Admission admission : Admission.values()) {
            var received = new ReceivedEvent(event, admission);
            assertThat(readAgain(received)).isEqualTo(received);
        }
    }

    @Test
    void a_login_is_read_with_all_that_it_hands_over() throws IOException {
        var past = new ReceivedEvent(
                Event.track(
                        new EventId("e-1"),
                        "Product Added",
                        new CustomerId("ada"),
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Map.of("price", 3L)),
                Admission.ALL);
        var login = past.with(new Linkage.Login(1_772_359_200_000L, List.of(past, past)));
        var departure = past.of("device-1").with(new Linkage.Departure());

        assertThat(readAgain(login)).isEqualTo(login);
        assertThat(readAgain(departure)).isEqualTo(departure);
    }

    @Test
    void an_event_of_the_first_format_has_no_anonymous_id() throws IOException {
        var output = new DataOutputSerializer(64);
        output.write(HexFormat.of().parseHex(FIRST_FORMAT));

        assertThat(SERIALIZER.deserialize(new DataInputDeserializer(output.getCopyOfBuffer())))
                .isEqualTo(new ReceivedEvent(
                        Event.track(
                                new EventId("e-1"),
                                "Order Completed",
                                new CustomerId("ada"),
                                Instant.parse("2026-03-01T10:00:00Z"),
                                Map.of("total", 3L)),
                        Admission.ALL));
    }

    @Test
    void a_format_of_a_newer_release_is_refused() throws IOException {
        var input = new DataInputDeserializer(new byte[] {3});

        assertThatThrownBy(() -> SERIALIZER.deserialize(input))
                .isInstanceOf(IOException.class)
                .hasMessage("ReceivedEventSerializer: format 3 (expected: 1 to 2; a newer release has written this)");
    }

    private static ReceivedEvent readAgain(ReceivedEvent received) throws IOException {
        var output = new DataOutputSerializer(64);
        SERIALIZER.serialize(received, output);
        var copied = new DataOutputSerializer(64);
        SERIALIZER.copy(new DataInputDeserializer(output.getCopyOfBuffer()), copied);
        return SERIALIZER.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
    }
}
