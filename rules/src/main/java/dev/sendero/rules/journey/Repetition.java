package dev.sendero.rules.journey;

import java.util.List;

/**
 * How often a stage of a {@code cep} trigger happens.
 *
 * @param from at least 1
 * @param to {@link #UNBOUNDED} where it may go on for ever
 * @param between how the stage's events follow each other
 * @param greedy whether it takes all events that it can, even those that fit the next stage
 * @param optional whether it need not happen at all
 * @param until what ends the repetition; empty for nothing
 */
public record Repetition(
        int from, int to, Contiguity between, boolean greedy, boolean optional, List<EventMatch> until) {

    /** Without an end. */
    public static final int UNBOUNDED = Integer.MAX_VALUE;

    /** It happens, and that is all. */
    public static final Repetition ONCE = new Repetition(1, 1, Contiguity.FOLLOWED_BY, false, false, List.of());

    /** Whether it may happen more than once. */
    public boolean isRepeated() {
        return to > 1;
    }

    public boolean isUnbounded() {
        return to == UNBOUNDED;
    }
}
