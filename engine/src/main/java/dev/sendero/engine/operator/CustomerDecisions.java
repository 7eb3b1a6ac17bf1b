package dev.sendero.engine.operator;

import dev.sendero.core.Reconciled;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Lets the core decide for one customer after the other, and keeps their states and timers.
 *
 * <p>When journeys change so that runs are concerned, every customer has to be reconciled with the change. That is a
 * sweep, which takes its time: meanwhile whoever has an event or a deadline is reconciled first.
 */
final class CustomerDecisions {

    private final CustomerStates states;
    private final DeadlineTimers timers;
    private final DecisionOutput output;
    private Inputs inputs;
    private @Nullable Sweep sweep;

    CustomerDecisions(CustomerStates states, DeadlineTimers timers, DecisionOutput output, Inputs inputs) {
        this.states = states;
        this.timers = timers;
        this.output = output;
        this.inputs = inputs;
    }

    /** From now on. */
    void decideBy(Inputs newInputs) {
        inputs = newInputs;
    }

    Inputs inputs() {
        return inputs;
    }

    /** Applies the events of the first customer of those that are due, or as many of them as the stretch allows. */
    void applyToFirst(DueEvents due, Stretch stretch) throws Exception {
        if (inputs.isNothing(due.first())) {
            due.removeFirst();
            return;
        }
        String customer = due.first().key();
        CustomerCell known = states.enter(customer);
        CustomerCell cell = known == null ? CustomerCell.fresh(customer) : known;
        reconcileFirst(customer, cell);
        do {
            ReceivedEvent event = due.first();
            due.removeFirst();
            output.emit(inputs.apply(event, cell.state()));
        } while (!stretch.isOver() && due.isFirst(customer));
        if (known != null || !cell.state().isEmpty()) {
            keep(cell);
        }
    }

    /** @param time of the timer that has fired */
    void fireDeadline(String customer, long time) throws Exception {
        CustomerCell cell = states.enter(customer);
        if (cell == null || !timers.fired(cell, time)) {
            return;
        }
        reconcileFirst(customer, cell);
        output.emit(inputs.decider().advance(cell.state(), Instant.ofEpochMilli(time)));
        keep(cell);
    }

    private void reconcileFirst(String customer, CustomerCell cell) {
        if (sweep != null && sweep.isTurnOf(customer)) {
            output.emit(sweep.change().reconcile(cell.state(), inputs.decider()).effects());
        }
    }

    private void keep(CustomerCell cell) throws Exception {
        if (cell.state().isEmpty()) {
            timers.cancel(cell);
            states.forget();
        } else {
            timers.wakeAt(cell, millisOf(inputs.decider().nextDeadline(cell.state())));
            states.keep(cell);
        }
    }

    private static long millisOf(Instant deadline) {
        return deadline.equals(Instant.MAX) ? CustomerCell.NO_TIMER : deadline.toEpochMilli();
    }

    /**
     * Has everybody of whom something is kept reconciled with a change, sooner or later.
     *
     * @param maxParallelism the number of groups of keys
     * @throws IllegalStateException when a sweep is under way
     */
    void beginSweep(RunChange change, int maxParallelism) throws Exception {
        if (sweep != null) {
            throw new IllegalStateException("sweep: of " + sweep.change() + " under way (expected: none)");
        }
        sweep = new Sweep(change, states.customers(), maxParallelism);
    }

    boolean isSweeping() {
        return sweep != null;
    }

    /** With which not everybody has been reconciled; null for none. */
    @Nullable
    RunChange unreconciled() {
        return sweep == null ? null : sweep.change();
    }

    /** Reconciles as many customers as the stretch allows, and returns whether nobody is left. */
    boolean goOnSweeping(Stretch stretch) throws Exception {
        Sweep underWay = sweep;
        while (underWay != null && underWay.hasNext()) {
            String customer = underWay.next();
            if (underWay.isTurnOf(customer)) {
                reconcile(customer, underWay.change());
            }
            if (stretch.isOver()) {
                return false;
            }
        }
        stopSweeping();
        return true;
    }

    private void reconcile(String customer, RunChange change) throws Exception {
        CustomerCell cell = states.pass(customer);
        if (cell == null) {
            return;
        }
        Reconciled reconciled = change.reconcile(cell.state(), inputs.decider());
        output.emit(reconciled.effects());
        // Most are not concerned, and are not written.
        if (reconciled.isChanged()) {
            keep(cell);
        }
    }

    /** Ends a sweep where it is. */
    void stopSweeping() {
        if (sweep != null) {
            sweep.close();
            sweep = null;
        }
    }
}
