package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Moment;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.fast.CapturedNames;
import dev.sendero.rules.expression.fast.Conjunction;
import dev.sendero.rules.expression.fast.PlainCondition;
import dev.sendero.rules.expression.fast.Predicate;
import dev.sendero.rules.expression.fast.PredicateText;
import dev.sendero.rules.expression.fast.Threshold;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A condition that journeys share. Captured items are known by the index of their item, since each journey may have
 * names of its own for them.
 *
 * <p>Its text is equal for questions that ask the same. It looks back if the answer may differ between situations of
 * one moment. A condition that cannot be rewritten has names under which it knows the items, by index.
 */
final class Question {

    static final Question ALWAYS = new Question("always", Condition.ALWAYS, false, List.of(), Optional.empty());

    private final String text;
    private final Condition condition;
    private final boolean looksBack;
    private final List<String> names;
    private final @Nullable Threshold gate;

    /** @param gate what has to be met for the answer to be true, if there is such a thing */
    private Question(
            String text, Condition condition, boolean looksBack, List<String> names, Optional<Threshold> gate) {
        this.text = text;
        this.condition = condition;
        this.looksBack = looksBack;
        this.names = names;
        this.gate = gate.orElse(null);
    }

    String text() {
        return text;
    }

    Condition condition() {
        return condition;
    }

    /** Whether the answer is false, as far as that can be told at a glance. */
    boolean isSurelyFalse(Event event) {
        return gate != null
                && event.properties().get(gate.property()) instanceof Number number
                && !gate.isMetBy(number.doubleValue());
    }

    /** @param names of the trigger's items by index; empty for an item without a name */
    static Question of(Condition condition, List<String> names) {
        if (condition == Condition.ALWAYS) {
            return ALWAYS;
        }
        if (condition instanceof PlainCondition plain) {
            return of(plain, plain.predicate(), names);
        }
        boolean looksBack = condition.readings().stream().anyMatch(reading -> reading.part() == Reading.Part.CAPTURED)
                && names.stream().anyMatch(name -> !name.isEmpty());
        return looksBack
                ? new Question(
                        "source " + condition.source() + " of " + names, condition, true, names, Optional.empty())
                : new Question("source " + condition.source(), condition, false, List.of(), Optional.empty());
    }

    /** @param predicate what of the condition is asked */
    static Question of(PlainCondition condition, Predicate predicate, List<String> names) {
        Predicate renamed = CapturedNames.renamed(predicate, name -> Integer.toString(names.lastIndexOf(name)));
        return new Question(
                PredicateText.of(renamed),
                new PlainCondition(condition.source(), Use.TRIGGER, renamed, condition.readings()),
                CapturedNames.isLookedAt(predicate),
                List.of(),
                Conjunction.of(predicate).threshold());
    }

    /** @param captured events by the index of their item */
    Truth ask(Moment moment, Map<String, Object> captured) {
        if (!looksBack) {
            return moment.testOnce(condition);
        }
        return moment.testInTrigger(condition, names.isEmpty() ? captured : byName(captured));
    }

    private Map<String, Object> byName(Map<String, Object> captured) {
        var byName = new HashMap<String, Object>();
        captured.forEach((item, event) -> byName.put(names.get(Integer.parseInt(item)), event));
        return byName;
    }
}
