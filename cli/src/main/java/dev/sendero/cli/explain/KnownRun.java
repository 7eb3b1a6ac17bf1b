package dev.sendero.cli.explain;

import dev.sendero.api.RunId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.core.Inspection.Resting;
import dev.sendero.core.detect.Begun;
import dev.sendero.core.scope.EventMaps;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.usage.JourneyUsage;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The run that a fact is about, as conditions see it. */
final class KnownRun {

    private KnownRun() {}

    /** As it was kept; of one that never was, as far as the situation and the input tell. */
    static Run of(Journey journey, Fact fact, Change change) {
        return Stream.concat(change.after().runs().stream(), change.before().runs().stream())
                .map(Resting::run)
                .filter(run -> run.id().equals(fact.run()))
                .findFirst()
                .orElseGet(() -> sketch(journey, fact, change));
    }

    private static Run sketch(Journey journey, Fact fact, Change change) {
        Map<String, Object> captured = new HashMap<>();
        int item = 0;
        for (Begun begun : change.before().begun()) {
            if (begun.journey().journey().equals(journey.id()) && change.isOf(fact.run(), begun)) {
                captured.putAll(begun.captured());
                item = begun.item();
            }
        }
        int completed = item;
        completing(journey, fact, change).map(EventMaps::of).ifPresent(event -> {
            captured.put(JourneyUsage.TRIGGER, event);
            nameOf(journey, completed).ifPresent(name -> captured.put(name, event));
        });
        return Run.begun(
                fact.run(),
                new JourneyVersion(journey.id(), journey.version()),
                fact.key(),
                fact.at().toEpochMilli(),
                captured);
    }

    /** The event that completed the situation, where one did; of several made from one, the one that the run is about. */
    private static Optional<Event> completing(Journey journey, Fact fact, Change change) {
        return change.seen().stream()
                .map(Change.Seen::event)
                .filter(event -> fact.run()
                        .equals(RunId.of(journey.id(), change.customer(), fact.key(), event.id(), event.id())))
                .findFirst()
                .or(change::event);
    }

    private static Optional<String> nameOf(Journey journey, int item) {
        return journey.trigger() instanceof Trigger.Sequence sequence
                        && sequence.items().get(item) instanceof SequenceItem.Occurrence occurrence
                        && !occurrence.as().isEmpty()
                ? Optional.of(occurrence.as())
                : Optional.empty();
    }
}
