package dev.sendero.gateway.http;

import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.gateway.events.EventLog;
import io.javalin.config.RoutesConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.InstantSource;
import java.util.Map;

/** What operators and probes read. */
public final class StatusRoutes {

    private StatusRoutes() {}

    public static void addTo(
            RoutesConfig routes,
            EventLog log,
            ProjectBoard board,
            InstantSource clock,
            boolean ingestOpen,
            PrometheusMeterRegistry metrics) {
        routes.get("/health", context -> context.json(Map.of("status", "up")));
        routes.get("/metrics", context -> context.contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.scrape()));
        routes.get("/api/status", context -> {
            ProjectBoard.Notice notice = board.notice();
            context.json(Map.of(
                    "now", clock.instant(),
                    "project", notice.project(),
                    "edition", notice.edition(),
                    "journeys", notice.journeys().size(),
                    "problems", notice.problems().size(),
                    "ingest", ingestOpen ? "open" : "closed",
                    "eventLog", log.isReachable() ? "reachable" : "away"));
        });
    }
}
