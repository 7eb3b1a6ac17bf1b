package dev.sendero.faults.killed;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.MessageId;
import dev.sendero.core.Admission;
import dev.sendero.core.Allocation;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.rules.project.Project;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a project decides about events when nothing goes wrong: the core alone, one customer after the other. */
record Decisions(SortedSet<MessageId> messages, Set<Cancellation> cancellations, Set<Fact> facts) {

    /** @param end when time stops */
    static Decisions of(Project project, List<Event> events, Instant end) {
        var decider = new Decider(
                JourneySet.of(
                        project.settings(),
                        project.journeys().values().stream()
                                .map(VersionInForce::always)
                                .toList()),
                Allocation.BY_HASH);
        Map<CustomerId, List<Event>> byCustomer =
                events.stream().collect(Collectors.groupingBy(Event::customer, TreeMap::new, Collectors.toList()));
        var decisions = new Decisions(new TreeSet<>(), new HashSet<>(), new HashSet<>());
        byCustomer.forEach((customer, theirs) -> {
            var state = CustomerState.fresh(customer);
            theirs.stream()
                    .sorted(Event.ORDER)
                    .forEach(event -> decisions.add(decider.apply(state, event, Admission.ALL)));
            decisions.add(decider.advance(state, end));
        });
        return decisions;
    }

    private void add(List<Effect> effects) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send send) {
                messages.add(send.message().id());
            } else if (effect instanceof Effect.Cancel cancel) {
                cancellations.add(cancel.cancellation());
            } else if (effect instanceof Effect.Record record) {
                facts.add(record.fact());
            }
        }
    }
}
