package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.match;
import static dev.sendero.core.Words.times;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.detect.DetectorFactory;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What several journeys ask of an event is answered once. */
final class SharedConditionsTest {

    private final List<String> asked = new ArrayList<>();
    private final CustomerState state = CustomerState.fresh(Shop.ADA);
    private int events;

    @Test
    void equal_conditions_of_journeys_that_share_nothing_else_are_evaluated_once_an_event() {
        JourneySet journeys = JourneySet.of(
                Shop.SETTINGS,
                List.of(
                        inForce(journey("one").triggeredBy(event("View", isDear()))),
                        inForce(journey("two").triggeredBy(event("View", isDear()), event("View", isDear()))),
                        inForce(journey("three").triggeredBy(times(3, event("View", isDear())))),
                        inForce(journey("four").inactiveFor(Duration.ofDays(1), match("View", isDear())))));

        viewTwice(journeys);

        assertThat(asked).containsExactly("dear", "dear");
        assertThat(state.content().partials())
                .as("begun by two, three and four")
                .hasSizeGreaterThan(3);
    }

    @Test
    void a_journey_that_comes_later_asks_what_is_asked_already() {
        VersionInForce one = inForce(journey("one").triggeredBy(event("View", isDear())));
        VersionInForce two = inForce(journey("two").triggeredBy(times(2, event("View", isDear()))));

        viewTwice(JourneySet.of(Shop.SETTINGS, List.of(two))
                .with(Shop.SETTINGS, List.of(one, two), DetectorFactory.NONE));

        assertThat(asked).containsExactly("dear", "dear");
    }

    private static VersionInForce inForce(JourneyBuilder journey) {
        return VersionInForce.always(journey.build());
    }

    private void viewTwice(JourneySet journeys) {
        var decider = new Decider(journeys, Allocation.BY_HASH);
        for (String at : List.of("10:00", "10:01")) {
            Event view = Event.track(new EventId("e" + events++), "View", Shop.ADA, Shop.time(at), Map.of());
            decider.apply(state, view, Admission.ALL);
        }
    }

    private Condition isDear() {
        return new Condition() {
            @Override
            public Truth test(Scope scope) {
                asked.add(source());
                return Truth.TRUE;
            }

            @Override
            public String source() {
                return "dear";
            }

            @Override
            public Set<Reading> readings() {
                return Set.of();
            }
        };
    }
}
