package dev.sendero.cli.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** A port of this machine, for the gateway. */
public final class LocalPort {

    private LocalPort() {}

    /**
     * The gateway would find out too, but only after the broker has started.
     *
     * @param port 0 for any
     */
    public static void requireFree(int port) throws EnvironmentProblem {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        } catch (IOException taken) {
            throw inUse(port, taken);
        }
    }

    /** What to say when it is not. */
    public static EnvironmentProblem inUse(int port, Throwable cause) {
        return new EnvironmentProblem(
                "port " + port + " is in use by another program",
                "choose another one, such as --port " + (port == 65_535 ? port - 1 : port + 1),
                cause);
    }
}
