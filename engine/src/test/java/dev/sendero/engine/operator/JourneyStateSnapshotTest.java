package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.JourneyId;
import dev.sendero.api.json.WireJson;
import dev.sendero.engine.journey.JourneyInForce;
import dev.sendero.engine.journey.Opening;
import dev.sendero.engine.journey.PublishedJourney;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JourneyStateSnapshotTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-01T11:00:00Z");

    private static final PublishedJourney FIRST = PublishedJourney.live("cart", "v1", "Product Added", TEN);
    private static final PublishedJourney SECOND = PublishedJourney.live("cart", "v2", "Product Added", ELEVEN);

    @Test
    void what_was_written_is_read() throws Exception {
        var paused = new JourneyInForce(FIRST.publication(), List.of(new Opening(1, 2), new Opening(3, Opening.OPEN)));
        var content =
                JourneyStateSnapshot.Content.of(5, List.of(paused), new RunChange(4, Set.of(new JourneyId("cart"))));

        assertThat(JourneyStateSnapshot.parse(WireJson.write(content))).isEqualTo(content);
    }

    @Test
    void versions_of_the_first_format_are_open_from_their_time_until_that_of_the_next() throws Exception {
        byte[] first = """
                {"watermark": 5, "inForce": [%s, %s]}
                """.formatted(json(FIRST), json(SECOND)).getBytes(StandardCharsets.UTF_8);

        assertThat(JourneyStateSnapshot.parse(first))
                .isEqualTo(JourneyStateSnapshot.Content.of(
                        5,
                        List.of(
                                new JourneyInForce(
                                        FIRST.publication(),
                                        List.of(new Opening(TEN.toEpochMilli(), ELEVEN.toEpochMilli()))),
                                new JourneyInForce(
                                        SECOND.publication(),
                                        List.of(new Opening(ELEVEN.toEpochMilli(), Opening.OPEN)))),
                        null));
    }

    @Test
    void something_else_is_named() {
        assertThatThrownBy(() -> JourneyStateSnapshot.parse(new byte[] {'?'}))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("journeys in the snapshot");
    }

    private static String json(PublishedJourney journey) {
        return new String(WireJson.write(journey.publication()), StandardCharsets.UTF_8);
    }
}
