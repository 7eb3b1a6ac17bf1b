package dev.sendero.gateway.http;

/** The gateway cannot listen, because something else already does. */
public final class PortInUse extends Exception {

    private static final long serialVersionUID = 1;

    private final int port;

    PortInUse(String host, int port, Throwable cause) {
        super("port " + port + " on " + host + " is in use by another program" + privilege(port), cause);
        this.port = port;
    }

    private static String privilege(int port) {
        return port > 0 && port < 1024 ? ", or open to the administrator only" : "";
    }

    public int port() {
        return port;
    }
}
