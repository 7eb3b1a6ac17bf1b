package dev.sendero.gateway.preview;

import dev.sendero.gateway.http.ConsoleRoutes;
import dev.sendero.gateway.http.HostGuard;
import dev.sendero.gateway.http.HttpServer;
import dev.sendero.gateway.http.PortInUse;
import io.javalin.Javalin;
import io.javalin.http.sse.SseClient;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The preview's page on loopback, running. */
public final class PreviewServer implements AutoCloseable {

    private final Javalin http;
    private final Set<SseClient> pages = ConcurrentHashMap.newKeySet();

    private PreviewServer(PreviewSource source) {
        http = Javalin.create(config -> {
            HttpServer.setUp(config);
            config.routes.before(new HostGuard());
            new PreviewRoutes(source).addTo(config.routes);
            ConsoleRoutes.addParts(config.routes);
            config.routes.sse("/api/preview/live", this::join);
        });
    }

    /**
     * Listens when it returns.
     *
     * @param port 0 for any
     * @throws PortInUse when something else listens on the port
     */
    public static PreviewServer start(int port, PreviewSource source) throws PortInUse {
        var server = new PreviewServer(source);
        try {
            HttpServer.start(server.http, HttpServer.LOOPBACK, port);
            return server;
        } catch (PortInUse taken) {
            server.close();
            throw taken;
        }
    }

    private void join(SseClient page) {
        page.keepAlive();
        pages.add(page);
        page.onClose(() -> pages.remove(page));
    }

    /** Open pages show what the files say now. */
    public void changed() {
        pages.forEach(page -> page.sendEvent("changed", "{}"));
    }

    public int port() {
        return http.port();
    }

    public String address() {
        return "http://localhost:" + port();
    }

    @Override
    public void close() {
        pages.forEach(SseClient::close);
        http.stop();
    }
}
