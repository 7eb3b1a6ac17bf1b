package dev.sendero.store.suppression;

import dev.sendero.api.message.Channel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Addresses to which nothing is sent. An address is compared without regard to case and surrounding blanks. Where the
 * store has a key for pseudonyms no address is kept as it is: whoever asks about one is answered, and nobody learns one.
 */
public interface Suppressions {

    /** Durable when it returns; an address that is suppressed already keeps its first reason. */
    void add(Channel channel, String address, String reason, Instant at);

    Optional<Suppression> find(Channel channel, String address);

    /** Allows the address again. */
    void remove(Channel channel, String address);

    /** Newest first. */
    List<Suppression> newest(int limit);
}
