package dev.sendero.benchmarks.courier;

import dev.sendero.api.connector.Connector;

/** A provider on loopback, and the connector that calls it. */
interface Provider extends AutoCloseable {

    /** To be closed by whoever asked for it. */
    Connector connector();

    /** How many messages it has taken. */
    long taken();

    @Override
    void close();
}
