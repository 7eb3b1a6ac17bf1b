package dev.sendero.engine.operator;

import dev.sendero.api.CustomerId;
import dev.sendero.core.CustomerState;

/** All that the job keeps of one customer. Changed in place. */
final class CustomerCell {

    static final long NO_TIMER = Long.MAX_VALUE;

    private final CustomerState state;
    private long timer;

    CustomerCell(CustomerState state, long timer) {
        this.state = state;
        this.timer = timer;
    }

    static CustomerCell fresh(String customer) {
        return new CustomerCell(CustomerState.fresh(new CustomerId(customer)), NO_TIMER);
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

    /** For which time, in milliseconds, Flink will wake the customer; {@link #NO_TIMER} for never. */
    long timer() {
        return timer;
    }

    void timer(long time) {
        timer = time;
    }

    /** Independent of this cell from now on. */
    CustomerCell copy() {
        return new CustomerCell(state.copy(), timer);
    }
}
