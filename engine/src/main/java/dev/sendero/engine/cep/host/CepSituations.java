package dev.sendero.engine.cep.host;

import dev.sendero.api.event.Event;
import dev.sendero.core.detect.Situation;
import dev.sendero.core.scope.EventMaps;
import dev.sendero.core.scope.Keys;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.engine.cep.NamedStage;
import dev.sendero.engine.cep.ProfiledEvent;
import dev.sendero.engine.cep.TriggerPatterns;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** What Flink CEP calls a match, as the engine knows it. */
record CepSituations(JourneyVersion journey, Trigger trigger) {

    /**
     * The one that began first before others. A run is told by its first and its last event: of several ways from one to
     * the other, that with the most events counts.
     */
    List<Situation> of(Collection<Map<String, List<ProfiledEvent>>> matches) {
        Comparator<Map<String, List<ProfiledEvent>>> begunFirst =
                Comparator.comparing(match -> events(match).get(0), Event.ORDER);
        var ends = new HashSet<List<String>>();
        return matches.stream()
                .sorted(begunFirst.thenComparing(match -> -events(match).size()))
                .map(this::of)
                .filter(situation -> ends.add(List.of(situation.firstEvent(), situation.lastEvent())))
                .toList();
    }

    private Situation of(Map<String, List<ProfiledEvent>> match) {
        List<Event> events = events(match);
        Event first = events.get(0);
        Event last = events.get(events.size() - 1);
        return new Situation(
                journey, key(first), first.id().value(), last.id().value(), captured(match), EventMaps.of(last));
    }

    private static List<Event> events(Map<String, List<ProfiledEvent>> match) {
        return match.values().stream()
                .flatMap(item -> item.stream().map(ProfiledEvent::event))
                .sorted(Event.ORDER)
                .toList();
    }

    private String key(Event first) {
        Correlation per = trigger.per();
        return per.isNone() ? Keys.MISSING : Keys.of(first, per);
    }

    private Map<String, Object> captured(Map<String, List<ProfiledEvent>> match) {
        var captured = new HashMap<String, Object>();
        if (trigger instanceof Trigger.Sequence sequence) {
            for (int index = 0; index < sequence.items().size(); index++) {
                if (sequence.items().get(index) instanceof SequenceItem.Occurrence occurrence
                        && !occurrence.as().isEmpty()) {
                    captured.put(
                            occurrence.as(),
                            captured(occurrence, match.getOrDefault(TriggerPatterns.nameOf(index), List.of())));
                }
            }
        }
        if (trigger instanceof Trigger.Cep cep) {
            for (NamedStage stage : NamedStage.of(cep)) {
                stage.captured(match.getOrDefault(stage.name(), List.of()))
                        .ifPresent(map -> captured.put(stage.occurrence().as(), map));
            }
        }
        return captured;
    }

    private static Map<String, Object> captured(SequenceItem.Occurrence occurrence, List<ProfiledEvent> events) {
        Map<String, Object> captured = Map.of();
        for (ProfiledEvent event : events) {
            Map<String, Object> map = EventMaps.of(event.event());
            captured = occurrence.times() == 1 ? map : EventMaps.newestOf(captured, map);
        }
        return captured;
    }
}
