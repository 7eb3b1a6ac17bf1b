package dev.sendero.gateway;

import java.io.IOException;

/** The gateway cannot listen, because something else already does. */
public final class PortInUse extends Exception {

    private static final long serialVersionUID = 1;

    private final int port;

    PortInUse(String host, int port, IOException cause) {
        super("port " + port + " on " + host + " is in use by another program", cause);
        this.port = port;
    }

    public int port() {
        return port;
    }
}
