package dev.sendero.gateway.http;

import dev.sendero.gateway.ingest.Ingest;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;

/** The paths that Segment's SDKs post to, and the one that starts journeys, open to pages of every site: what lets a sender in is its write key. */
public final class IngestRoutes {

    private static final List<String> BATCHES = List.of("/v1/batch", "/v1/import");

    /** With the short names that some SDKs for browsers use. */
    private static final Map<String, String> SINGLES = Map.ofEntries(
            Map.entry("/v1/track", "track"),
            Map.entry("/v1/t", "track"),
            Map.entry("/v1/identify", "identify"),
            Map.entry("/v1/i", "identify"),
            Map.entry("/v1/page", "page"),
            Map.entry("/v1/p", "page"),
            Map.entry("/v1/screen", "screen"),
            Map.entry("/v1/s", "screen"),
            Map.entry("/v1/group", "group"),
            Map.entry("/v1/g", "group"),
            Map.entry("/v1/alias", "alias"),
            Map.entry("/v1/a", "alias"));

    private static final String TRIGGER = "/v1/journeys/{name}/trigger";

    private IngestRoutes() {}

    public static void open(RoutesConfig routes, Ingest ingest) {
        allowAllOrigins(routes);
        BATCHES.forEach(path -> routes.post(path, ingest.batch()));
        SINGLES.forEach((path, type) -> routes.post(path, ingest.single(type)));
        routes.post(TRIGGER, ingest.trigger());
    }

    /** For a process whose simulator is the only writer of events. */
    public static void closed(RoutesConfig routes) {
        allowAllOrigins(routes);
        Handler refuse = context -> context.status(409)
                .json(Map.of(
                        "success",
                        false,
                        "error",
                        "this process plays a simulation, which is the only writer of events; start 'sendero up' to send"
                                + " your own"));
        BATCHES.forEach(path -> routes.post(path, refuse));
        SINGLES.keySet().forEach(path -> routes.post(path, refuse));
        routes.post(TRIGGER, refuse);
    }

    private static void allowAllOrigins(RoutesConfig routes) {
        routes.before("/v1/*", context -> context.header("Access-Control-Allow-Origin", "*"));
        routes.options("/v1/*", context -> context.status(204)
                .header("Access-Control-Allow-Methods", "POST")
                .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Content-Encoding")
                .header("Access-Control-Max-Age", "86400"));
    }
}
