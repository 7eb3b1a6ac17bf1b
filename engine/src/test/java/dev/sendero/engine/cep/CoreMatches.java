package dev.sendero.engine.cep;

import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.Admission;
import dev.sendero.core.Allocation;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.rules.project.Project;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What the product finds: all triggers together, as they run in production. */
final class CoreMatches {

    private CoreMatches() {}

    /**
     * By journey.
     *
     * @param histories the events of a customer each, in order
     */
    static Map<String, List<Found>> of(Project project, List<List<Event>> histories) {
        var versions =
                project.journeys().values().stream().map(VersionInForce::always).toList();
        return of(JourneySet.of(project.settings(), versions), histories, state -> state);
    }

    /** @param between what happens to a state from one event to the next */
    static Map<String, List<Found>> of(
            JourneySet journeys, List<List<Event>> histories, UnaryOperator<CustomerState> between) {
        var decider = new Decider(journeys, Allocation.BY_HASH);
        var found = new HashMap<String, List<Found>>();
        for (List<Event> events : histories) {
            var state = CustomerState.fresh(events.get(0).customer());
            for (Event event : events) {
                take(decider.apply(state, event, Admission.ALL), found);
                state = between.apply(state);
            }
            Instant end = events.get(events.size() - 1).timestamp().plus(Duration.ofDays(2));
            take(decider.advance(state, end), found);
        }
        return found;
    }

    private static void take(List<Effect> effects, Map<String, List<Found>> found) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Record record && record.fact().type() == FactType.ENTERED) {
                Fact fact = record.fact();
                found.computeIfAbsent(fact.journey().value(), journey -> new ArrayList<>())
                        .add(new Found(fact.customer(), fact.run(), fact.at()));
            }
        }
    }
}
