package dev.sendero.engine.operator;

import org.apache.flink.util.CloseableIterator;
import org.jspecify.annotations.Nullable;

/** What is kept of the customers of one task. For one thread. */
interface CustomerStates {

    /**
     * Makes a customer the current one: for whom timers are set, and whom {@link #keep} and {@link #forget} mean.
     *
     * @return null when nothing is kept; else what may be changed in place until the next call, and has then to be kept
     */
    @Nullable
    CustomerCell enter(String customer) throws Exception;

    /** As {@link #enter}, for who looks at everybody once and will not soon come back. */
    @Nullable
    CustomerCell pass(String customer) throws Exception;

    /** @param cell of the current customer, which may have been changed in place */
    void keep(CustomerCell cell) throws Exception;

    /** Nothing is kept of the current customer any more. */
    void forget() throws Exception;

    /** Hands everything to the state backend, which is about to be snapshotted. */
    void flush() throws Exception;

    /**
     * Everybody of whom something is kept now. Others may come, be changed and be forgotten meanwhile: who has come may
     * be missing, and who has been forgotten may be named.
     */
    CloseableIterator<String> customers() throws Exception;
}
