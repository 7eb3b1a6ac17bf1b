package dev.sendero.cli.fault;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What a project decides about events when nothing goes wrong: the core alone, one customer after the other. */
final class Decisions {

    private Decisions() {}

    /** @param end when time stops */
    static SortedSet<MessageId> messages(Project project, List<Event> events, Instant end) {
        var decider = new Decider(
                JourneySet.of(
                        project.settings(),
                        project.journeys().values().stream()
                                .map(VersionInForce::always)
                                .toList()),
                Allocation.BY_HASH);
        Map<CustomerId, List<Event>> byCustomer =
                events.stream().collect(Collectors.groupingBy(Event::customer, TreeMap::new, Collectors.toList()));
        var messages = new TreeSet<MessageId>();
        byCustomer.forEach((customer, theirs) -> {
            var state = CustomerState.fresh(customer);
            theirs.stream()
                    .sorted(Event.ORDER)
                    .forEach(event -> collect(decider.apply(state, event, Admission.ALL), messages));
            collect(decider.advance(state, end), messages);
        });
        return messages;
    }

    private static void collect(List<Effect> effects, Set<MessageId> messages) {
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send send) {
                messages.add(send.message().id());
            }
        }
    }
}
