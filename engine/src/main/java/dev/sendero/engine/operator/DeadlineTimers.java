package dev.sendero.engine.operator;

import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.streaming.api.operators.InternalTimerService;

/**
 * The timers of the current customer: two at most, whatever is due. One is set earlier at once, and left alone when the
 * next deadline is later than it, since it will fire, find nothing to do and be set anew. When an earlier one has to be
 * set, that which was set before is spared, as it will most likely be needed again, and to take it out of Flink's queue
 * costs as much as several events.
 */
final class DeadlineTimers {

    private final InternalTimerService<VoidNamespace> timers;

    DeadlineTimers(InternalTimerService<VoidNamespace> timers) {
        this.timers = timers;
    }

    /** @param deadline in milliseconds; {@link CustomerCell#NO_TIMER} for none */
    void wakeAt(CustomerCell cell, long deadline) {
        if (deadline >= cell.timer()) {
            return;
        }
        long spare = cell.spareTimer();
        if (spare == CustomerCell.NO_TIMER) {
            spare = cell.timer();
        } else {
            delete(cell.timer());
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, deadline);
        cell.timers(deadline, spare);
    }

    /**
     * Takes note that a timer has fired.
     *
     * @return false when it is none of the customer's, as where a snapshot has a timer and no longer the state that it
     *     belonged to
     */
    boolean fired(CustomerCell cell, long time) {
        if (cell.timer() != time) {
            return false;
        }
        cell.timers(cell.spareTimer(), CustomerCell.NO_TIMER);
        return true;
    }

    void cancel(CustomerCell cell) {
        delete(cell.timer());
        delete(cell.spareTimer());
        cell.timers(CustomerCell.NO_TIMER, CustomerCell.NO_TIMER);
    }

    private void delete(long time) {
        if (time != CustomerCell.NO_TIMER) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, time);
        }
    }
}
