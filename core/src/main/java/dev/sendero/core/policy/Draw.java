package dev.sendero.core.policy;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;

/** Where chance puts a customer, the same for the same arguments. */
@FunctionalInterface
public interface Draw {

    /** The split under which a journey's holdout is drawn. */
    String HOLDOUT = "holdout";

    /** @return 0 to 9,999 */
    int bucket(JourneyId journey, String split, CustomerId customer);
}
