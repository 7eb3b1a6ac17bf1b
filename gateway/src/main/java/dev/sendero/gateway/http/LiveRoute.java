package dev.sendero.gateway.http;

import dev.sendero.gateway.live.LiveStream;
import dev.sendero.gateway.live.Viewer;
import io.javalin.config.RoutesConfig;
import io.javalin.http.sse.SseClient;

/** {@code /api/live}: server-sent events (WHATWG HTML, "Server-sent events"). */
public final class LiveRoute {

    private LiveRoute() {}

    public static void addTo(RoutesConfig routes, LiveStream live) {
        routes.sse("/api/live", client -> {
            client.keepAlive();
            live.join(new Page(client));
        });
    }

    private record Page(SseClient client) implements Viewer {

        @Override
        public void send(String event, String json) {
            client.sendEvent(event, json);
        }

        @Override
        public boolean isGone() {
            return client.terminated();
        }

        @Override
        public void close() {
            client.close();
        }
    }
}
