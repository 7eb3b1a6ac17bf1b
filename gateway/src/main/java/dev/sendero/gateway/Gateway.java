package dev.sendero.gateway;

import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.store.journal.Journal;
import dev.sendero.store.mailbox.Mailbox;
import java.time.InstantSource;

/** The HTTP side of Sendero, running: ingest, heartbeats, recorder, queries, live stream and console. */
public final class Gateway implements AutoCloseable {

    private final int port;

    private Gateway(int port) {
        this.port = port;
    }

    /**
     * Listens when it returns. Kafka need not be up: until it is, ingest answers 503.
     *
     * @param clock the process's clock; an {@link dev.sendero.gateway.events.EventClock} is moved by what ingest accepts
     * @throws PortInUse when something else listens on the port
     */
    public static Gateway start(
            GatewaySettings settings, InstantSource clock, Journal journal, Mailbox mailbox, ProjectBoard board)
            throws PortInUse {
        return new Gateway(settings.port());
    }

    /** The port that it listens on. */
    public int port() {
        return port;
    }

    /** Stops taking requests, waits for those at work, and lets go of everything, in under 2 s. */
    @Override
    public void close() {}
}
