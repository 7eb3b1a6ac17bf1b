package dev.sendero.gateway.erasure;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.message.Erasure;
import dev.sendero.gateway.events.AcceptedEvents;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.store.erasure.ErasureProgress;
import dev.sendero.store.erasure.Erasures;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has customers erased: from the store at once, so that nothing more goes out to them, and by an event, by which the
 * engine forgets them at its place in time and says so.
 */
public final class ErasureDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureDesk.class);

    private final Erasures erasures;
    private final AcceptedEvents events;
    private final InstantSource clock;
    private final Supplier<EventId> newReceipt;
    private boolean storeIsAway;

    public ErasureDesk(Erasures erasures, AcceptedEvents events, InstantSource clock) {
        this.erasures = erasures;
        this.events = events;
        this.clock = clock;
        this.newReceipt = () -> new EventId("erasure-" + UUID.randomUUID());
    }

    /**
     * Durable when it returns.
     *
     * @return by which the request is found again
     * @throws EventLogUnavailable when the store is cleared, and the engine does not know of it: to be asked again
     */
    public EventId erase(CustomerId customer) throws EventLogUnavailable {
        Instant now = clock.instant();
        // After all that was taken by now: events have times of whole milliseconds.
        Instant until = now.truncatedTo(ChronoUnit.MILLIS).plusMillis(1);
        EventId receipt = newReceipt.get();
        erasures.begin(receipt, customer, until, now);
        events.append(List.of(ErasureEvents.of(receipt, customer, until, Erasure.Why.ASKED)));
        return receipt;
    }

    /** What came of a request; empty when there was none. */
    public Optional<ErasureProgress> progress(EventId receipt) {
        return erasures.find(receipt);
    }

    /**
     * Those that are not of somebody who has been erased since they happened: a device may send late what it has kept. The
     * store is not asked, as events are taken without it.
     */
    public List<Event> withoutErased(List<Event> events) {
        return events.stream()
                .filter(event -> !erasures.isKnownErased(event.customer(), event.timestamp()))
                .filter(event -> event.anonymousId().isEmpty()
                        || !erasures.isKnownErased(new CustomerId(event.anonymousId()), event.timestamp()))
                .toList();
    }

    /** Looks whom others have erased; to be called now and then, by nobody else meanwhile. */
    public void look() {
        try {
            erasures.look();
            storeIsAway = false;
        } catch (RuntimeException away) {
            // Once for each time that it goes away, as it is asked every second.
            if (!storeIsAway) {
                LOG.warn(
                        "the store does not say who has been erased: {}",
                        away.getClass().getSimpleName());
            }
            storeIsAway = true;
        }
    }
}
