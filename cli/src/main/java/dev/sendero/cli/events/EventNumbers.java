package dev.sendero.cli.events;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import java.util.HashMap;
import java.util.Map;

/**
 * Ids for events that have none: the customer and the event's ordinal among the customer's own. The ids of one
 * customer sort as the file does, so events of one instant keep their order; and they stay the same when the file is
 * shuffled by customer. One instance counts over all files of a reading.
 */
public final class EventNumbers {

    private final Map<CustomerId, Integer> counts = new HashMap<>();

    public EventId next(CustomerId customer) {
        int ordinal = counts.merge(customer, 1, Integer::sum);
        String digits = Integer.toString(ordinal);
        // Not String.format: this runs once a row.
        return new EventId(customer.value() + "#" + "000000000".substring(Math.min(9, digits.length())) + digits);
    }
}
