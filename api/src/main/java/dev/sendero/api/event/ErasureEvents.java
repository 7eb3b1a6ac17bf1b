package dev.sendero.api.event;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.message.Erasure;
import java.time.Instant;
import java.util.Map;

/** How events ask for a customer to be forgotten: all that they did up to the time of the event. */
public final class ErasureEvents {

    /** What such events are called. Journeys do not see them. */
    public static final String NAME = "Erasure";

    private static final String WHY = "why";

    private ErasureEvents() {}

    /** @param request names the request; the same for everybody who is erased by it */
    public static Event of(EventId request, CustomerId customer, Instant at, Erasure.Why why) {
        return new Event(request, EventType.ERASE, NAME, customer, at, Map.of(WHY, why.wireName()), Map.of());
    }

    /** Why an event that erases was made; where it does not say so, somebody has asked for it. */
    public static Erasure.Why whyOf(Event erasure) {
        Object why = erasure.properties().get(WHY);
        for (Erasure.Why known : Erasure.Why.values()) {
            if (known.wireName().equals(why)) {
                return known;
            }
        }
        return Erasure.Why.ASKED;
    }
}
