package dev.sendero.core;

import dev.sendero.api.CustomerId;
import dev.sendero.api.Hash;
import dev.sendero.api.JourneyId;
import dev.sendero.core.policy.Draw;

/** Places customers by chance: for holdouts and random splits. */
public interface Allocation {

    /** The split id under which a journey's holdout is drawn. */
    String HOLDOUT = Draw.HOLDOUT;

    /** @return 0 to 9,999; the same for the same arguments, for ever */
    int bucket(JourneyId journey, String split, CustomerId customer);

    /** By hash: stable over restarts, machines and versions of the journey. */
    Allocation BY_HASH = (journey, split, customer) ->
            (int) (Long.parseLong(Hash.of(15, "split", journey.value(), split, customer.value()), 16) % 10_000);
}
