package dev.sendero.engine.cep;

import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Keys;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.project.Project;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Looks for triggers in histories on both sides: for all of them in one decider, and for each in a Flink CEP operator of its own. */
final class Comparison {

    private final Map<String, WrittenTrigger> triggers;
    private final Project project;
    private final boolean onlyNamed;

    private Comparison(Map<String, WrittenTrigger> triggers, boolean onlyNamed) {
        this.triggers = triggers;
        this.project = WrittenTrigger.project(triggers);
        this.onlyNamed = onlyNamed;
    }

    /** Flink CEP is shown every event. */
    static Comparison of(Map<String, WrittenTrigger> triggers) {
        return new Comparison(triggers, false);
    }

    /** Before Flink CEP stands a filter for the names that the trigger knows, as one would write it by hand. */
    static Comparison filtered(Map<String, WrittenTrigger> triggers) {
        return new Comparison(triggers, true);
    }

    /**
     * How many matches each trigger has.
     *
     * @param histories the events of a customer each, in order
     * @throws AssertionError when the two sides differ: with the first history in which they do
     */
    Map<String, Integer> run(List<List<Event>> histories) {
        Map<String, List<Found>> byCore = CoreMatches.of(project, histories);
        List<ProfiledEvent> shown = shuffled(histories);
        return triggers.keySet().parallelStream()
                .collect(Collectors.toConcurrentMap(
                        id -> id, id -> compared(id, histories, byCore.getOrDefault(id, List.of()), shown)));
    }

    /** Every other customer's events arrive in reversed order: Flink CEP is to sort them. */
    private static List<ProfiledEvent> shuffled(List<List<Event>> histories) {
        var shown = new ArrayList<ProfiledEvent>();
        for (int index = 0; index < histories.size(); index++) {
            List<ProfiledEvent> profiled = ProfiledHistory.of(histories.get(index));
            if (index % 2 == 1) {
                Collections.reverse(profiled);
            }
            shown.addAll(profiled);
        }
        return shown;
    }

    private int compared(String id, List<List<Event>> histories, List<Found> ours, List<ProfiledEvent> shown) {
        WrittenTrigger trigger = triggers.get(id);
        Predicate<ProfiledEvent> isShown = shownTo(trigger.trigger());
        Correlation per = trigger.trigger() instanceof Trigger.Sequence sequence ? sequence.per() : Correlation.NONE;
        List<Found> theirs = CepMatches.of(
                        trigger, shown.stream().filter(isShown).toList())
                .stream()
                .map(match -> found(id, per, match))
                .toList();
        if (!counted(ours).equals(counted(theirs))) {
            throw new AssertionError(disagreement(id, histories, ours, theirs));
        }
        return ours.size();
    }

    private Predicate<ProfiledEvent> shownTo(Trigger trigger) {
        boolean needsEnd = trigger instanceof Trigger.Sequence sequence
                && (!onlyNamed || sequence.items().get(sequence.items().size() - 1) instanceof SequenceItem.Absence);
        Set<String> names = TriggerPatterns.eventNames(trigger);
        return event -> event.event().name().equals(ProfiledHistory.AFTERWARDS)
                ? needsEnd
                : !onlyNamed || names.isEmpty() || names.contains(event.event().name());
    }

    private static Found found(String journey, Correlation per, Match match) {
        String key = per.isNone() ? Keys.MISSING : Keys.of(match.first(), per);
        var run = RunId.of(
                new JourneyId(journey),
                match.customer(),
                key,
                match.first().id(),
                match.last().id());
        return new Found(match.customer().value(), run, match.at());
    }

    private static Map<Found, Long> counted(List<Found> found) {
        return found.stream().collect(Collectors.groupingBy(each -> each, Collectors.counting()));
    }

    private String disagreement(String id, List<List<Event>> histories, List<Found> ours, List<Found> theirs) {
        for (List<Event> events : histories) {
            String customer = events.get(0).customer().value();
            Map<Found, Long> here = counted(of(customer, ours));
            Map<Found, Long> there = counted(of(customer, theirs));
            if (!here.equals(there)) {
                return "%s: %s%n%s%n%s%n core found       %s%n Flink CEP found  %s"
                        .formatted(
                                id,
                                triggers.get(id).text(),
                                customer,
                                described(events),
                                described(id, events, here),
                                described(id, events, there));
            }
        }
        return id + ": a match for a customer who is not there: " + ours + " and " + theirs;
    }

    private static List<Found> of(String customer, List<Found> found) {
        return found.stream().filter(each -> each.customer().equals(customer)).toList();
    }

    private static String described(List<Event> events) {
        return events.stream()
                .map(event -> "   %s %s %s %s%s"
                        .formatted(event.timestamp(), event.id(), event.name(), event.properties(), event.traits()))
                .collect(Collectors.joining("\n"));
    }

    /** A run's id says what it is made of only to who tries. */
    private String described(String id, List<Event> events, Map<Found, Long> found) {
        Trigger trigger = triggers.get(id).trigger();
        Correlation per = trigger instanceof Trigger.Sequence sequence ? sequence.per() : Correlation.NONE;
        var names = new HashMap<RunId, String>();
        for (Event first : events) {
            for (Event last : events) {
                var match = new Match(first.customer(), first, last, last.timestamp());
                names.put(found(id, per, match).run(), first.id() + " to " + last.id());
            }
        }
        return found.entrySet().stream()
                .map(entry -> "%s× %s at %s"
                        .formatted(
                                entry.getValue(),
                                names.getOrDefault(entry.getKey().run(), "another pair"),
                                entry.getKey().at()))
                .sorted()
                .collect(Collectors.joining(", ", "[", "]"));
    }
}
