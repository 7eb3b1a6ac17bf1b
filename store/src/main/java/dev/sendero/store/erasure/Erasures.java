package dev.sendero.store.erasure;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.message.Erasure;
import java.time.Instant;
import java.util.Optional;

/**
 * Erases customers: all that the store keeps of what they did, and of what was done for them, up to a time. What belongs to
 * that time and comes later is not taken up any more; what they do after it is taken up as that of somebody new.
 */
public interface Erasures {

    /**
     * Erases a customer at once, because somebody asks for it. Asking again does no harm. Durable when it returns.
     *
     * @param receipt names the request
     * @param until up to when; event time
     * @param now by the clock of who asks
     */
    void begin(EventId receipt, CustomerId customer, Instant until, Instant now);

    /**
     * Erases what has come about since: nothing more comes of the customer as they were. Durable when it returns; doing it
     * again does no harm.
     *
     * @param now by the clock of who does it
     */
    void complete(Erasure erasure, Instant now);

    /** Empty when there was no such request. */
    Optional<ErasureProgress> find(EventId receipt);

    /**
     * Whether a customer has been erased to whom something happened then or later. Where another process has erased them it
     * is known a second later at the latest.
     *
     * @throws RuntimeException when the store is not available
     */
    boolean isErased(CustomerId customer, Instant happened);

    /** As {@link #isErased}, without asking the store: as it was at the last {@link #look}. */
    boolean isKnownErased(CustomerId customer, Instant happened);

    /**
     * Looks whom other processes have erased.
     *
     * @throws RuntimeException when the store is not available
     */
    void look();
}
