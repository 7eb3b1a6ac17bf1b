package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Sequences that begin with events of one name in which one property is a certain text.
 *
 * @param byText by that text
 */
record TextStarts(String property, Map<String, List<Start>> byText) {

    boolean haveOneFor(Event event) {
        return of(event) != null;
    }

    private @Nullable List<Start> of(Event event) {
        return event.properties().get(property) instanceof String text ? byText.get(text) : null;
    }

    void tryWith(Customer customer, Moment moment, Findings findings) {
        List<Start> starts = of(moment.event());
        if (starts != null) {
            starts.forEach(start -> start.tryWith(customer, moment, findings));
        }
    }
}
