package dev.sendero.engine.operator;

import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * One timer a customer, for the current one: set earlier at once, and left alone when the next deadline is later than
 * it, since it will fire, find nothing to do and be set anew.
 */
final class DeadlineTimers {

    private final InternalTimerService<VoidNamespace> timers;

    DeadlineTimers(InternalTimerService<VoidNamespace> timers) {
        this.timers = timers;
    }

    /** @param deadline in milliseconds; {@link CustomerCell#NO_TIMER} for none */
    void wakeAt(CustomerCell cell, long deadline) {
        if (deadline < cell.timer()) {
            cancel(cell);
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, deadline);
            cell.timer(deadline);
        }
    }

    void cancel(CustomerCell cell) {
        if (cell.timer() != CustomerCell.NO_TIMER) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, cell.timer());
            cell.timer(CustomerCell.NO_TIMER);
        }
    }
}
