package dev.sendero.engine.operator;

import dev.sendero.api.event.Event;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.EventFields;
import dev.sendero.core.Linked;
import dev.sendero.engine.event.Linkage;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What an event is to the decisions: an event, and before it a login, or a departure and nothing else. Of an event just
 * that is parsed which somebody looks at.
 */
public record Inputs(Decider decider, EventFields fields) {

    /** Whether an event comes to nothing, whoever it is of: no journey knows it, and it says nothing of anybody. */
    public boolean isNothing(ReceivedEvent received) {
        return !fields.concern(received.name()) && received.isOnlyAnEvent() && !received.isErasure();
    }

    public List<Effect> apply(ReceivedEvent received, CustomerState state) {
        Linkage linkage = received.linkage();
        if (linkage instanceof Linkage.Departure) {
            return decider.depart(state, Instant.ofEpochMilli(received.timestampMillis()));
        }
        if (linkage instanceof Linkage.Login login) {
            List<Effect> effects = new ArrayList<>(decider.link(state, linked(login)));
            effects.addAll(decider.apply(state, parsed(received), received.admission()));
            return effects;
        }
        return decider.apply(state, parsed(received), received.admission());
    }

    private Event parsed(ReceivedEvent received) {
        return received.isErasure() ? received.event() : received.event(fields.of(received.name()));
    }

    private Linked linked(Linkage.Login login) {
        return new Linked(
                Instant.ofEpochMilli(login.atMillis()),
                login.history().stream()
                        .map(past -> new Linked.Past(parsed(past), past.admission()))
                        .toList());
    }
}
