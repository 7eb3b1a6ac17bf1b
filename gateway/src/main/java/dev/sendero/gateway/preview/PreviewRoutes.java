package dev.sendero.gateway.preview;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.json.WireJson;
import dev.sendero.gateway.http.ConsolePage;
import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.NotFoundResponse;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the preview's page reads, and the one thing that it asks for. */
final class PreviewRoutes {

    /** A page of another site cannot set a header of this name without asking first, and nobody answers it. */
    private static final String OWN_HEADER = "X-Sendero-Preview";

    private static final int MOST_BYTES = 10_000;

    private final PreviewSource source;

    PreviewRoutes(PreviewSource source) {
        this.source = source;
    }

    void addTo(RoutesConfig routes) {
        var page = new ConsolePage("preview.html");
        routes.get("/", page::show);
        routes.before("/api/*", context -> context.header("Cache-Control", "no-store")
                .header("Cross-Origin-Resource-Policy", "same-origin")
                .header("X-Content-Type-Options", "nosniff"));
        routes.get("/api/preview", context -> context.json(source.view(sample(context.queryParam("sample")))));
        routes.get(
                "/api/status",
                context -> context.json(Map.of("project", source.view(0).project())));
        routes.get("/preview/html", this::html);
        routes.post("/api/preview/send", this::send);
    }

    /** The mail itself: no script, no form, in nobody's frame but the page's. Its pictures may be loaded. */
    private void html(Context context) {
        PreviewView view = source.view(sample(context.queryParam("sample")));
        PreviewMessage message = view.inLocale(parameter(context, "locale")).orElseThrow(NotFoundResponse::new);
        context.header("Cache-Control", "no-store")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header(
                        "Content-Security-Policy",
                        "sandbox allow-same-origin; default-src 'none'; style-src 'unsafe-inline' https:; "
                                + "img-src data: https: http:; font-src https:; base-uri 'none'; form-action 'none'; "
                                + "frame-ancestors 'self'")
                .html(ColourScheme.ofWord(parameter(context, "scheme")).shown(message.html()));
    }

    private void send(Context context) {
        if (context.header(OWN_HEADER) == null) {
            throw new ForbiddenResponse(OWN_HEADER + ": absent (expected: from the page)");
        }
        if (context.contentLength() > MOST_BYTES) {
            throw new BadRequestResponse("body: more than " + MOST_BYTES + " bytes");
        }
        try {
            JsonNode asked = WireJson.mapper().readTree(context.body());
            context.json(source.send(
                    asked.path("sample").asInt(),
                    asked.path("locale").asText(),
                    asked.path("to").asText()));
        } catch (JsonProcessingException malformed) {
            throw new BadRequestResponse("body: no JSON (expected: sample, locale, to)");
        }
    }

    private static int sample(@Nullable String text) {
        try {
            return text == null ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException malformed) {
            throw new BadRequestResponse("sample: no number");
        }
    }

    private static String parameter(Context context, String name) {
        return Optional.ofNullable(context.queryParam(name)).orElse("");
    }
}
