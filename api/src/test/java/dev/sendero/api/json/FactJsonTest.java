package dev.sendero.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sendero.api.JourneyId;
import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactJsonTest {

    private static final Fact ORDERED = fact(new Money(new BigDecimal("69.50"), "EUR"));

    @Test
    void what_is_written_is_read() throws Exception {
        assertThat(FactJson.read(WireJson.write(ORDERED))).isEqualTo(ORDERED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"at", "journey", "run", "customer", "type", "value", "reason"})
    void nothing_of_it_may_be_missing(String name) throws Exception {
        var part = (ObjectNode) WireJson.mapper().readTree(WireJson.write(ORDERED));
        part.remove(name);

        assertThatThrownBy(() -> FactJson.read(WireJson.write(part))).isInstanceOf(MalformedJson.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e999999999", "1e-999999999"})
    void an_amount_that_fills_the_memory_when_it_is_written_out_is_refused(String amount) {
        Fact endless = fact(new Money(new BigDecimal(amount), "EUR"));

        assertThatThrownBy(() -> FactJson.read(WireJson.write(endless)))
                .isInstanceOf(MalformedJson.class)
                .hasMessage("value: more than 100 digits");
    }

    private static Fact fact(Money value) {
        return new Fact(
                Instant.parse("2026-03-01T10:00:00Z"),
                new JourneyId("abandoned-cart"),
                "v1",
                new RunId("r1"),
                "ada",
                FactType.CONVERTED,
                "",
                "",
                "c1",
                "",
                value,
                0);
    }
}
