package dev.sendero.cli.backtest;

import dev.sendero.api.event.Event;
import dev.sendero.core.Admission;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs one customer through the journeys, in event time. Safe for many threads. */
final class CustomerReplay {

    /** Deadlines after the last event; a customer with more would never come to rest. */
    private static final int MAX_DEADLINES = 1_000_000;

    private final Decider decider;
    private final Instant until;

    /** @param until when to stop; {@link Instant#MAX} for when nothing is pending any more */
    CustomerReplay(Decider decider, Instant until) {
        this.decider = decider;
        this.until = until;
    }

    /** What was decided, in the order in which it was. Events after the end are not applied. */
    List<Effect> run(Timelines.Timeline timeline) {
        var effects = new ArrayList<Effect>();
        var state = CustomerState.fresh(timeline.customer());
        Iterator<Turn> turns = timeline.turns().iterator();
        Turn next = nextOf(turns);
        for (Event event : timeline.events()) {
            if (event.timestamp().isAfter(until)) {
                break;
            }
            while (next != null && !next.at().isAfter(Position.of(event))) {
                effects.addAll(apply(state, next));
                next = nextOf(turns);
            }
            effects.addAll(decider.apply(state, event, Admission.ALL));
        }
        // A device's last events are those before its user logs in.
        while (next != null && next.at().millis() <= Deadline.millisOf(until)) {
            effects.addAll(apply(state, next));
            next = nextOf(turns);
        }
        if (!until.equals(Instant.MAX)) {
            effects.addAll(decider.advance(state, until));
            return effects;
        }
        Instant deadline = decider.nextDeadline(state);
        for (int fired = 0; !deadline.equals(Instant.MAX); fired++) {
            if (fired == MAX_DEADLINES) {
                throw new IllegalStateException("customer " + timeline.customer() + ": " + fired
                        + " deadlines after the last event (expected: an end)");
            }
            effects.addAll(decider.advance(state, deadline));
            deadline = decider.nextDeadline(state);
        }
        return effects;
    }

    private static @Nullable Turn nextOf(Iterator<Turn> turns) {
        return turns.hasNext() ? turns.next() : null;
    }

    private List<Effect> apply(CustomerState state, Turn turn) {
        return turn instanceof Turn.Login login
                ? decider.link(state, login.linked())
                : decider.depart(state, Instant.ofEpochMilli(turn.at().millis()));
    }
}
