package dev.sendero.cli.backtest;

import dev.sendero.api.CustomerId;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Effect;
import dev.sendero.core.state.Deadline;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.operator.Inputs;
import java.time.Instant;
import java.util.Iterator;
import java.util.function.Consumer;

/** Runs one customer through the journeys, in event time. Safe for many threads. */
final class HistoryReplay {

    /** Deadlines after the last event; a customer with more would never come to rest. */
    private static final int MAX_DEADLINES = 1_000_000;

    private final Inputs inputs;
    private final Instant until;

    /** @param until when to stop; {@link Instant#MAX} for when nothing is pending any more */
    HistoryReplay(Inputs inputs, Instant until) {
        this.inputs = inputs;
        this.until = until;
    }

    /**
     * Events after the end are not applied.
     *
     * @param events of one customer, in their order; at least one
     * @param effects told what was decided, in the order in which it was
     * @return how many events there were up to the end
     */
    long run(Iterator<ReceivedEvent> events, Consumer<Effect> effects) {
        long end = Deadline.millisOf(until);
        long applied = 0;
        ReceivedEvent event = events.next();
        CustomerState state = CustomerState.fresh(new CustomerId(event.key()));
        while (event.timestampMillis() <= end) {
            if (!inputs.isNothing(event)) {
                inputs.apply(event, state).forEach(effects);
            }
            applied++;
            if (!events.hasNext()) {
                break;
            }
            event = events.next();
        }
        if (until.equals(Instant.MAX)) {
            comeToRest(state, effects);
        } else {
            inputs.decider().advance(state, until).forEach(effects);
        }
        return applied;
    }

    private void comeToRest(CustomerState state, Consumer<Effect> effects) {
        Instant deadline = inputs.decider().nextDeadline(state);
        for (int fired = 0; !deadline.equals(Instant.MAX); fired++) {
            if (fired == MAX_DEADLINES) {
                throw new IllegalStateException("customer " + state.customer() + ": " + fired
                        + " deadlines after the last event (expected: an end)");
            }
            inputs.decider().advance(state, deadline).forEach(effects);
            deadline = inputs.decider().nextDeadline(state);
        }
    }
}
