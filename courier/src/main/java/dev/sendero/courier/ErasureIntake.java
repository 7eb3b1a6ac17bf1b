package dev.sendero.courier;

import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.message.Erasure;
import dev.sendero.store.erasure.Erasures;
import java.time.InstantSource;
import java.util.List;

/** Clears the store of those whom the engine has forgotten, and lets it forget who turned out to be the same person. */
final class ErasureIntake {

    private final Erasures erasures;
    private final ReceiptSink events;
    private final InstantSource clock;

    ErasureIntake(Erasures erasures, ReceiptSink events, InstantSource clock) {
        this.erasures = erasures;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Durable when it returns; taking it again does no harm.
     *
     * @throws RuntimeException when the store or the topic of events is not available
     */
    void take(Erasure erasure) {
        erasures.complete(erasure, clock.instant());
        if (erasure.why() == Erasure.Why.USER) {
            // The step that knows devices is behind the engine's back by now: it has to hear of the user as of somebody
            // whom somebody asks to erase, to find the other devices.
            events.accept(
                    List.of(ErasureEvents.of(erasure.request(), erasure.customer(), erasure.at(), Erasure.Why.ASKED)));
        }
    }
}
