package dev.sendero.store.consent;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import java.time.Instant;
import java.util.List;

/** The record of consent, to which is only added. */
public interface ConsentLog {

    /** Durable when it returns. A change that is there already, equal in everything, is not added again, nor one of a customer who has been erased since. */
    void append(List<ConsentChange> changes);

    /**
     * Whether the newest of what a customer has said about a group on a channel, or about all groups there, was said
     * after a time and takes consent back.
     *
     * @param after what was said by then is known to whoever asks
     */
    boolean isWithdrawn(CustomerId customer, Channel channel, String group, Instant after);

    /** The newest first. */
    List<ConsentChange> of(CustomerId customer, int limit);
}
