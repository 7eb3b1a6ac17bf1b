package dev.sendero.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Outbound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutboundJsonTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Message MESSAGE = new Message(
            new MessageId("m1"),
            new JourneyId("abandoned-cart"),
            "v1",
            new RunId("r1"),
            new StepId("reminder"),
            Channel.EMAIL,
            new CustomerId("ada"),
            TEN,
            "ada@example.com",
            "offers",
            new ContentId("c1"),
            Map.of("now", "2026-03-01"),
            Instant.MAX);

    static Stream<Outbound> records() {
        return Stream.of(
                MESSAGE,
                new Cancellation(
                        new JourneyId("abandoned-cart"), new RunId("r1"), new CustomerId("ada"), TEN, "ordered"),
                new Erasure(new CustomerId("ada"), TEN, new EventId("erasure-1"), Erasure.Why.ASKED));
    }

    @ParameterizedTest
    @MethodSource("records")
    void what_is_written_is_read(Outbound written) throws Exception {
        assertThat(OutboundJson.read(WireJson.write(written))).isEqualTo(written);
    }

    @ParameterizedTest
    @MethodSource("records")
    void of_what_is_written_nothing_may_be_missing(Outbound written) throws Exception {
        var whole = (ObjectNode) WireJson.mapper().readTree(WireJson.write(written));
        List<String> names = new ArrayList<>();
        whole.fieldNames().forEachRemaining(names::add);

        assertThat(names).hasSizeGreaterThan(4).allSatisfy(name -> {
            ObjectNode part = whole.deepCopy();
            part.remove(name);
            assertThatThrownBy(() -> OutboundJson.read(WireJson.write(part))).isInstanceOf(MalformedJson.class);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "at, +1000000000-01-01T00:00:00Z, at: a time outside of the years 1 to 9999",
        "at, -0001-01-01T00:00:00Z, at: a time outside of the years 1 to 9999",
        "id, '', id: not 1 to 200 characters that can be written",
        "id, 'm\u0000', id: not 1 to 200 characters that can be written"
    })
    void what_a_store_cannot_hold_is_refused(String name, String value, String complaint) throws Exception {
        var odd = (ObjectNode) WireJson.mapper().readTree(WireJson.write(MESSAGE));
        odd.put(name, value);

        assertThatThrownBy(() -> OutboundJson.read(WireJson.write(odd)))
                .isInstanceOf(MalformedJson.class)
                .hasMessage(complaint);
    }

    @Test
    void a_record_without_a_value_is_none() {
        assertThatThrownBy(() -> OutboundJson.read(null)).hasMessage("Outbound: nothing");
    }
}
