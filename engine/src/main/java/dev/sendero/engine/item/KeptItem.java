package dev.sendero.engine.item;

import dev.sendero.core.made.Item;

/**
 * An item of which something is kept.
 *
 * @param customers how many
 * @param forgetAt when those are to be forgotten whose interest has run out; {@link #UNSET} when nothing is set
 */
record KeptItem(Item item, int customers, long forgetAt) {

    static final long UNSET = Long.MIN_VALUE;

    KeptItem with(int newCustomers) {
        return new KeptItem(item, newCustomers, forgetAt);
    }

    KeptItem forgetAt(long millis) {
        return new KeptItem(item, customers, millis);
    }
}
