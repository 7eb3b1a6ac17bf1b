package dev.sendero.engine.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.JsonObject;
import dev.sendero.api.json.RawEvent;
import dev.sendero.core.Admission;
import dev.sendero.rules.usage.Fields;
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
import org.junit.jupiter.params.provider.ValueSource;

class ReceivedEventSerializerTest {

    private static final ReceivedEventSerializer SERIALIZER = ReceivedEventSerializer.INSTANCE;

    /** An order of ada's, as the first format has it. */
    private static final String FIRST_FORMAT =
            "0101010000019ca8d72d0003652d310f4f7264657220436f6d706c65746564036164610105746f74"
                    + "616c04000000000000000300";

    /** {@link #ORDER}, as the second format has it: properties and traits value by value. */
    private static final String SECOND_FORMAT =
            "0201000000019ca8d72d0003652d310f4f7264657220436f6d706c6574656403616461086465766963652d310405746f74616c05"
                    + "402900000000000005636f756e7404fffffffffffffffd0467696674020870726f6475637473060107010"
                    + "46e616d6501094cc3a46d706368656e0105656d61696c010f616461406578616d706c652e636f6d00";

    /** {@link #ORDER}, as the third format has it: properties as the JSON they came as, traits value by value. */
    private static final String THIRD_FORMAT =
            "0301000000019ca8d72d0003652d310f4f7264657220436f6d706c6574656403616461086465766963652d31"
                    + "00477b22746f74616c223a31322e352c22636f756e74223a2d332c2267696674223a747275652c227072"
                    + "6f6475637473223a5b7b226e616d65223a224cc3a46d706368656e227d5d7d000105656d61696c010f616461406578616d706c652e636f6d00";

    /** {@link #ORDER}, as the fourth format has it: its length, and then whose it is, what and when before the rest. */
    private static final String FOURTH_FORMAT =
            "048d01010000019ca8d72d00036164610f4f7264657220436f6d706c65746564086465766963652d31"
                    + "03652d3100477b22746f74616c223a31322e352c22636f756e74223a2d332c2267696674223a747275652c227072"
                    + "6f6475637473223a5b7b226e616d65223a224cc3a46d706368656e227d5d7d000105656d61696c010f616461406578616d706c652e636f6d00";

    private static final ReceivedEvent ORDER = ReceivedEvent.of(
            new RawEvent(
                    new EventId("e-1"),
                    EventType.TRACK,
                    "Order Completed",
                    new CustomerId("ada"),
                    "device-1",
                    Instant.parse("2026-03-01T10:00:00Z"),
                    "",
                    JsonObject.ofWellFormed(
                            "{\"total\":12.5,\"count\":-3,\"gift\":true,\"products\":[{\"name\":\"L\u00e4mpchen\"}]}"
                                    .getBytes(UTF_8)),
                    JsonObject.of(Map.of("email", "ada@example.com"))),
            Admission.PROFILE_ONLY);

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
            var received = ReceivedEvent.of(event, admission);
            assertThat(readAgain(received)).isEqualTo(received);
        }
    }

    @Test
    void a_login_is_read_with_all_that_it_hands_over() throws IOException {
        var past = ReceivedEvent.of(
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
                .isEqualTo(ReceivedEvent.of(
                        Event.track(
                                new EventId("e-1"),
                                "Order Completed",
                                new CustomerId("ada"),
                                Instant.parse("2026-03-01T10:00:00Z"),
                                Map.of("total", 3L)),
                        Admission.ALL));
    }

    @ParameterizedTest
    @ValueSource(strings = {SECOND_FORMAT, THIRD_FORMAT, FOURTH_FORMAT})
    void an_event_of_a_later_format_is_read(String written) throws IOException {
        var output = new DataOutputSerializer(64);
        output.write(HexFormat.of().parseHex(written));

        assertThat(SERIALIZER.deserialize(new DataInputDeserializer(output.getCopyOfBuffer())))
                .isEqualTo(ORDER);
    }

    @Test
    void the_newest_format_is_the_fourth() throws IOException {
        var output = new DataOutputSerializer(64);
        SERIALIZER.serialize(ORDER, output);

        assertThat(HexFormat.of().formatHex(output.getCopyOfBuffer())).isEqualTo(FOURTH_FORMAT);
    }

    @Test
    void what_was_not_parsed_is_written_as_it_came() throws Exception {
        String json = "{\"messageId\":\"m\",\"userId\":\"ada\",\"type\":\"page\",\"name\":\"Home\","
                + "\"properties\":{ \"price\" : 3.50 },\"traits\":{\"a\":1e2}}";
        var received = ReceivedEvent.of(EventJson.readRaw(json.getBytes(UTF_8), Instant.EPOCH), Admission.ALL);

        var again = readAgain(received);

        assertThat(again).isEqualTo(received);
        assertThat(again.raw().properties().jsonLength()).isEqualTo("{ \"price\" : 3.50 }".length());
        assertThat(again.event().properties()).isEqualTo(Map.of("price", 3.5, "name", "Home"));
        assertThat(again.event(Fields.of("name")).properties()).isEqualTo(Map.of("name", "Home"));
        assertThat(again.event(Fields.NONE).properties()).isEmpty();
        assertThat(again.event(Fields.NONE).traits()).isEqualTo(Map.of("a", 100.0));
    }

    @Test
    void a_format_of_a_newer_release_is_refused() throws IOException {
        var input = new DataInputDeserializer(new byte[] {5});

        assertThatThrownBy(() -> SERIALIZER.deserialize(input))
                .isInstanceOf(IOException.class)
                .hasMessage("ReceivedEventSerializer: format 5 (expected: 1 to 4; a newer release has written this)");
    }

    private static ReceivedEvent readAgain(ReceivedEvent received) throws IOException {
        var output = new DataOutputSerializer(64);
        SERIALIZER.serialize(received, output);
        var copied = new DataOutputSerializer(64);
        SERIALIZER.copy(new DataInputDeserializer(output.getCopyOfBuffer()), copied);
        return SERIALIZER.deserialize(new DataInputDeserializer(copied.getCopyOfBuffer()));
    }
}
