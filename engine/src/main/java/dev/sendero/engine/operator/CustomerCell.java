package dev.sendero.engine.operator;

import dev.sendero.core.CustomerState;

/**
 * All that the job keeps of one customer.
 *
 * @param timer for which time, in milliseconds, Flink will wake the customer; {@link #NO_TIMER} for never
 */
record CustomerCell(CustomerState state, long timer) {

    static final long NO_TIMER = Long.MAX_VALUE;
}
