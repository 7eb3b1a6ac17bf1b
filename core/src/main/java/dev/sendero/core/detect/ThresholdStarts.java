package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.rules.expression.fast.Threshold;
import java.util.Comparator;
import java.util.List;

/**
 * Sequences that begin with events of one name in which one property lies on one side of a bound. The bounds are in
 * order, the easiest to meet first, so that the property is read once and only what begins is looked at.
 */
final class ThresholdStarts {

    private final String property;
    private final Threshold[] thresholds;
    private final Start[] starts;

    /** A sequence, and the easiest threshold of its journeys. */
    record Entry(Threshold threshold, Start start) {}

    /** @param entries at least one, all of one property and relation */
    ThresholdStarts(List<Entry> entries) {
        List<Entry> inOrder = entries.stream().sorted(easiestFirst()).toList();
        property = inOrder.get(0).threshold().property();
        thresholds = inOrder.stream().map(Entry::threshold).toArray(Threshold[]::new);
        starts = inOrder.stream().map(Entry::start).toArray(Start[]::new);
    }

    /** What meets the second also meets the first. */
    private static Comparator<Entry> easiestFirst() {
        return (one, other) -> {
            double first = one.threshold().bound();
            double second = other.threshold().bound();
            return first == second ? 0 : isEasier(one.threshold(), other.threshold()) ? -1 : 1;
        };
    }

    static boolean isEasier(Threshold one, Threshold other) {
        return switch (one.relation()) {
            case GREATER, GREATER_OR_EQUAL -> one.bound() < other.bound();
            case LESS, LESS_OR_EQUAL -> one.bound() > other.bound();
        };
    }

    boolean haveOneFor(Event event) {
        return event.properties().get(property) instanceof Number number && thresholds[0].isMetBy(number.doubleValue());
    }

    void tryWith(Customer customer, Moment moment, Findings findings) {
        if (moment.event().properties().get(property) instanceof Number number) {
            double value = number.doubleValue();
            for (int index = 0; index < starts.length && thresholds[index].isMetBy(value); index++) {
                starts[index].tryWith(customer, moment, findings);
            }
        }
    }
}
