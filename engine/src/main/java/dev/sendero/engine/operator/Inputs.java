package dev.sendero.engine.operator;

import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.Linked;
import dev.sendero.engine.event.Linkage;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What an event is to the decisions: an event, and before it a login, or a departure and nothing else. */
final class Inputs {

    private Inputs() {}

    static List<Effect> apply(ReceivedEvent received, Decider decider, CustomerState state) {
        if (received.linkage() instanceof Linkage.Departure) {
            return decider.depart(state, received.raw().timestamp());
        }
        if (received.linkage() instanceof Linkage.Login login) {
            List<Effect> effects = new ArrayList<>(decider.link(state, linked(login)));
            effects.addAll(decider.apply(state, received.event(), received.admission()));
            return effects;
        }
        return decider.apply(state, received.event(), received.admission());
    }

    private static Linked linked(Linkage.Login login) {
        return new Linked(
                Instant.ofEpochMilli(login.atMillis()),
                login.history().stream()
                        .map(past -> new Linked.Past(past.event(), past.admission()))
                        .toList());
    }
}
