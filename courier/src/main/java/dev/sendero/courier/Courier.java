package dev.sendero.courier;

/** Delivers what the engine decided: from the topic {@code messages} through the ledger to the connectors, once. */
public final class Courier implements AutoCloseable {

    private final CourierSettings settings;
    private final CourierParts parts;

    public Courier(CourierSettings settings, CourierParts parts) {
        this.settings = settings;
        this.parts = parts;
    }

    /** Begins to deliver; returns at once. Kafka need not be there yet. */
    public void start() {}

    /** Finishes the calls that end soon and leaves the rest in the ledger; takes less than 2 s. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return "Courier " + settings.instance() + " with " + parts.connectors().keySet();
    }
}
