package dev.sendero.engine.cep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where the journey language and Flink CEP mean different things: both sides of each. */
class DeviationsTest {

    private static final WrittenTrigger ABSENCE_AFTER_TWO =
            new WrittenTrigger("{sequence: [{event: A}, {event: B}, {none_of: [X], for: 10s}]}");

    /** WithinType.PREVIOUS_AND_CURRENT sets no timer. */
    @Test
    void an_absence_after_two_events_goes_unnoticed_by_flink_while_the_customer_is_silent() {
        var silent = List.of(event("A", 0), event("B", 1));

        assertThat(CepMatches.of(ABSENCE_AFTER_TWO, shown(silent))).isEmpty();
        assertThat(CepMatches.of(ABSENCE_AFTER_TWO, ProfiledHistory.of(silent))).hasSize(1);
        assertThat(foundByCore(ABSENCE_AFTER_TWO, silent)).containsExactly(at(11));
    }

    private static List<ProfiledEvent> shown(List<Event> events) {
        return ProfiledHistory.of(events).subList(0, events.size());
    }

    private static List<Instant> foundByCore(WrittenTrigger trigger, List<Event> events) {
        var found = CoreMatches.of(WrittenTrigger.project(Map.of("journey", trigger)), List.of(events));
        return found.getOrDefault("journey", List.of()).stream().map(Found::at).toList();
    }

    private static Event event(String name, int second) {
        return Event.track(new EventId(name + second), name, new CustomerId("ada"), at(second), Map.of());
    }

    private static Instant at(int second) {
        return History.START.plus(Duration.ofSeconds(second));
    }
}
