package dev.sendero.courier;

import dev.sendero.api.event.Event;
import java.util.List;

/** Where receipts go: back into the stream of events. */
public interface ReceiptSink extends AutoCloseable {

    /**
     * Durable when it returns. A receipt may come twice, with the same id.
     *
     * @throws RuntimeException when they cannot be written now; they come again
     */
    void accept(List<Event> receipts);

    /** Lets go of what it writes to; closed by whoever made it, after the courier. */
    @Override
    default void close() {}
}
