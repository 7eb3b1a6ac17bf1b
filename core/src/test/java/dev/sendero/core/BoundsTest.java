package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.state.Bounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody's state grows without end, and where something gives way for it, that is said. */
final class BoundsTest {

    private static final Bounds TWO_PARTIALS = new Bounds(256, 64, 2, 64, 256, 1_024);

    @Test
    void a_partial_situation_that_gives_way_is_reported_for_each_journey_that_waited_for_it() {
        var journeys = List.of(
                VersionInForce.always(
                        journey("one").triggeredBy(event("View"), event("Add")).build()),
                VersionInForce.always(
                        journey("two").triggeredBy(event("View"), event("Add")).build()));
        var decider = new Decider(JourneySet.of(Shop.SETTINGS, journeys), Allocation.BY_HASH, TWO_PARTIALS);
        var state = CustomerState.fresh(Shop.ADA);
        List<Fact> facts = new ArrayList<>();

        for (String at : List.of("10:00", "10:01", "10:02")) {
            Event view = Event.track(new EventId(at), "View", Shop.ADA, Shop.time(at), Map.of());
            decider.apply(state, view, Admission.ALL).forEach(effect -> facts.add(((Effect.Record) effect).fact()));
        }

        assertThat(facts).extracting(Fact::type).containsOnly(FactType.BOUND_REACHED);
        assertThat(facts).extracting(Fact::reason).containsOnly(Bounds.PARTIALS);
        assertThat(facts).extracting(fact -> fact.journey().value()).containsExactly("one", "two");
        assertThat(state.content().partials()).as("shared by both journeys").hasSize(2);
    }
}
