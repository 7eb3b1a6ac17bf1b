package dev.sendero.cli.backtest;

import dev.sendero.api.CustomerId;
import dev.sendero.core.Allocation;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.Effect;
import dev.sendero.core.JourneySet;
import dev.sendero.core.state.Deadline;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.operator.Inputs;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Runs one customer through the journeys, in event time. Safe for many threads. */
public final class HistoryReplay {

    /** Deadlines after the last event; a customer with more would never come to rest. */
    private static final int MAX_DEADLINES = 1_000_000;

    private final Inputs inputs;
    private final Instant until;

    /** @param until when to stop; {@link Instant#MAX} for when nothing is pending any more */
    HistoryReplay(Inputs inputs, Instant until) {
        this.inputs = inputs;
        this.until = until;
    }

    /** @param until when to stop; {@link Instant#MAX} for when nothing is pending any more */
    public static HistoryReplay of(JourneySet journeys, Instant until) {
        return new HistoryReplay(new Inputs(new Decider(journeys, Allocation.BY_HASH), journeys.eventFields()), until);
    }

    /**
     * Events after the end are not applied.
     *
     * @param events of one customer, in their order; at least one
     * @param effects told what was decided, in the order in which it was
     * @return how many events there were up to the end
     */
    public long run(Iterator<ReceivedEvent> events, Consumer<Effect> effects) {
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

    /**
     * As {@link #run}, with somebody looking on: every event and every deadline is an input of its own.
     *
     * @param events of one customer, in their order; at least one
     * @return the customer's state at the end
     */
    public CustomerState watch(Iterator<ReceivedEvent> events, ReplayWatch watch) {
        long end = Deadline.millisOf(until);
        ReceivedEvent event = events.next();
        CustomerState state = CustomerState.fresh(new CustomerId(event.key()));
        while (event.timestampMillis() <= end) {
            watchDeadlines(state, event.timestampMillis() - 1, watch);
            List<Effect> effects = inputs.isNothing(event) ? List.of() : inputs.apply(event, state);
            watch.applied(ReplayInput.of(event), state, effects);
            if (!events.hasNext()) {
                break;
            }
            event = events.next();
        }
        watchDeadlines(state, end, watch);
        return state;
    }

    private void watchDeadlines(CustomerState state, long upTo, ReplayWatch watch) {
        Decider decider = inputs.decider();
        int fired = 0;
        for (Instant due = decider.nextDeadline(state);
                !due.equals(Instant.MAX) && due.toEpochMilli() <= upTo && fired < MAX_DEADLINES;
                due = decider.nextDeadline(state)) {
            watch.applied(new ReplayInput.TimeCame(due), state, decider.advance(state, due));
            fired++;
        }
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
