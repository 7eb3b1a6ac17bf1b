package dev.sendero.cli.explain;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Keys;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.failure.FirstFailure;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.EventMatch;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Why an event that is named somewhere did not count there, or only in doubt. */
final class Misses {

    /**
     * @param condition what did not hold first, as the journey writes it
     * @param text what is there and what would have to be
     * @param otherKey whether the event is about another key, and nothing else
     */
    record Miss(String condition, String text, Map<String, Object> details, boolean otherKey) {}

    private Misses() {}

    static boolean isNamed(Event event, List<EventMatch> matches) {
        return matches.stream().anyMatch(match -> match.event().equals(event.name()));
    }

    /** Of an event that would have begun something. */
    static Optional<Miss> ofBeginning(Event event, List<EventMatch> matches, Correlation per, Scope scope) {
        Optional<Miss> condition = ofCondition(event, matches, scope);
        return condition.isPresent() || per.isNone() || !Keys.of(event, per).isEmpty()
                ? condition
                : Optional.of(withoutKey(event, per));
    }

    /** Of an event that would have counted for what has begun. */
    static Optional<Miss> ofOther(Event event, List<EventMatch> matches, Correlation per, String key, Scope scope) {
        Truth agreement = Keys.agreement(event, per, key);
        if (agreement == Truth.UNKNOWN) {
            return Optional.of(withoutKey(event, per));
        }
        if (agreement == Truth.FALSE) {
            String property = per.propertyIn(event.name());
            String found = Keys.of(event, per);
            return Optional.of(new Miss(
                    "per " + property,
                    "it is about " + property + " " + found + ", not " + key,
                    Map.of("event.properties." + property, found),
                    true));
        }
        return ofCondition(event, matches, scope);
    }

    private static Miss withoutKey(Event event, Correlation per) {
        String property = per.propertyIn(event.name());
        return new Miss(
                "per " + property,
                property + " is missing",
                Map.of("missing", List.of("event.properties." + property)),
                false);
    }

    /** Empty when one of the conditions holds. */
    private static Optional<Miss> ofCondition(Event event, List<EventMatch> matches, Scope scope) {
        Optional<Miss> first = Optional.empty();
        for (EventMatch match : matches) {
            if (match.event().equals(event.name())) {
                Optional<FirstFailure> failure = FirstFailure.of(match.where(), scope);
                if (failure.isEmpty()) {
                    return Optional.empty();
                }
                first = first.or(() -> failure.map(Misses::of));
            }
        }
        return first;
    }

    static Miss of(FirstFailure failure) {
        var details = new LinkedHashMap<String, Object>(failure.values());
        if (!failure.missing().isEmpty()) {
            details.put("missing", failure.missing());
        }
        return new Miss(failure.condition(), failure.words(), details, false);
    }
}
