package dev.sendero.gateway.http;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.util.JavalinBindException;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.component.LifeCycle;

/** How every server of ours is set up, started and stopped. */
public final class HttpServer {

    /** What only this machine reaches. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final long STOP_LIMIT_MILLIS = 1_000;
    private static final long IDLE_AT_STOP_MILLIS = 50;

    private HttpServer() {}

    public static void setUp(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.jsonMapper(new Responses());
        config.routes.exception(Exception.class, Responses::fault);
        config.jetty.modifyServer(server -> {
            server.setStopTimeout(STOP_LIMIT_MILLIS);
            server.addEventListener(new LifeCycle.Listener() {
                @Override
                public void lifeCycleStopping(LifeCycle stopping) {
                    dropIdleConnections(server);
                }
            });
        });
    }

    /**
     * Listens when it returns.
     *
     * @throws PortInUse when something else listens on the port
     */
    public static void start(Javalin http, String host, int port) throws PortInUse {
        try {
            http.start(host, port);
        } catch (JavalinBindException taken) {
            throw new PortInUse(host, port, taken);
        }
    }

    /** A client keeps its connection for the next request; a server that stops waits for connections to end. */
    private static void dropIdleConnections(Server server) {
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof AbstractConnector abstractConnector) {
                abstractConnector.setShutdownIdleTimeout(IDLE_AT_STOP_MILLIS);
            }
        }
    }
}
