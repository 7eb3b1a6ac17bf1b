package dev.sendero.api.connector;

import dev.sendero.api.message.Channel;
import java.time.Duration;

/** Carries messages of one channel to one provider. Called by many threads at once; a call blocks until its outcome is known. */
public interface Connector extends AutoCloseable {

    Channel channel();

    /** Whether the provider recognises a repeated message id, so that a call in doubt may simply be made again. */
    boolean recognisesRepeats();

    /**
     * Whether all calls go to the same provider, so that one which fails says something about the next. While such a
     * provider fails again and again, it is not called.
     */
    default boolean callsOneProvider() {
        return true;
    }

    /**
     * What part of the provider's rate this instance may use, where the connector keeps one: instances share it by the work
     * that each owns. Said again and again.
     *
     * @param share more than 0, at most 1, which it is until another is said
     */
    default void useOfRate(double share) {}

    /**
     * How long a call may take at most, whatever the provider does. A claim is held for longer than that, so that nobody
     * takes a call that still runs for one that was given up.
     */
    default Duration longestCall() {
        return Duration.ofMinutes(5);
    }

    /** Never throws for what a provider or a network does: that is an {@link Outcome}. */
    Outcome send(Delivery delivery);

    @Override
    void close();
}
