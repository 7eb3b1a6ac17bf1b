package dev.sendero.gateway;

import dev.sendero.api.Topics;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How a gateway is set up.
 *
 * @param host the address to listen on; anything but a loopback address switches the console and the queries off,
 *     because they have no login
 * @param port 0 to 65535; 0 for any free port
 * @param bootstrapServers of the Kafka cluster, {@code host:port}, separated by commas
 * @param writeKeys the keys that may write events
 * @param publicAddress where customers and providers reach it, without a path; empty when nobody outside does
 */
public record GatewaySettings(
        String host,
        int port,
        String bootstrapServers,
        Topics topics,
        List<String> writeKeys,
        Ingest ingest,
        Optional<URI> publicAddress) {

    /** Only this machine can connect. */
    public static final String LOOPBACK = "127.0.0.1";

    /** Whether only this machine can connect: then no login is needed. */
    public boolean isLoopback() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }

    /** Whether events are taken over HTTP. */
    public enum Ingest {
        OPEN,
        /** A simulator is the only writer of events; posts are refused with 409. */
        CLOSED
    }
}
