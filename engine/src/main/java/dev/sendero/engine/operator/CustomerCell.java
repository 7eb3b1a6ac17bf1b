package dev.sendero.engine.operator;

import dev.sendero.api.CustomerId;
import dev.sendero.core.CustomerState;

/** All that the job keeps of one customer. Changed in place. */
final class CustomerCell {

    static final long NO_TIMER = Long.MAX_VALUE;

    private final CustomerState state;
    private long timer;
    private long spareTimer;

    /**
     * @param timer in milliseconds; {@link #NO_TIMER} for none
     * @param spareTimer later than the other; {@link #NO_TIMER} for none
     */
    CustomerCell(CustomerState state, long timer, long spareTimer) {
        this.state = state;
        this.timer = timer;
        this.spareTimer = spareTimer;
    }

    static CustomerCell fresh(String customer) {
        return new CustomerCell(CustomerState.fresh(new CustomerId(customer)), NO_TIMER, NO_TIMER);
    }

    /** Says whose it is, as what is stored does not. */
    void belongsTo(String customer) {
        if (!state.isKnown()) {
            state.belongsTo(new CustomerId(customer));
        }
    }

    CustomerState state() {
        return state;
    }

    /** For which time, in milliseconds, Flink will wake the customer first; {@link #NO_TIMER} for never. */
    long timer() {
        return timer;
    }

    /** For which later time, in milliseconds, Flink will wake the customer too; {@link #NO_TIMER} for none. */
    long spareTimer() {
        return spareTimer;
    }

    void timers(long first, long spare) {
        timer = first;
        spareTimer = spare;
    }

    /** Independent of this cell from now on. */
    CustomerCell copy() {
        return new CustomerCell(state.copy(), timer, spareTimer);
    }
}
