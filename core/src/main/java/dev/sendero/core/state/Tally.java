package dev.sendero.core.state;

import java.util.List;

/**
 * What is kept of one customer for one computed trait.
 *
 * @param rule a hash of how the trait comes about, so that traits of one rule share it and a changed rule begins anew
 * @param slots of a trait that reaches back for a while, in the order of time; empty for a collection of which
 *     everything was taken out
 */
public record Tally(long rule, List<Slot> slots) {

    public Tally {
        slots = List.copyOf(slots);
    }
}
