package dev.sendero.gateway.http;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.gateway.erasure.ErasureDesk;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.store.erasure.ErasureProgress;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Map;
import java.util.Optional;

/**
 * Erases customers. Only where nobody but this machine can connect, as the console: a write key lets nobody in, since every
 * page of a shop shows it. A page of another site cannot ask for it either, since browsers ask before they send a
 * {@code DELETE} and are told that only {@code POST} is taken from there.
 */
public final class ProfileRoutes {

    private static final String PROFILES = "/v1/profiles";
    private static final String ERASURES = "/v1/erasures/";
    private static final String RETRY_AFTER_SECONDS = "5";

    private final ErasureDesk desk;

    public ProfileRoutes(ErasureDesk desk) {
        this.desk = desk;
    }

    public void addTo(RoutesConfig routes) {
        routes.delete(PROFILES + "/{id}", context -> erase(context, context.pathParam("id")));
        // A path cannot hold every character that an id can.
        routes.delete(
                PROFILES,
                context -> erase(
                        context, Optional.ofNullable(context.queryParam("id")).orElse("")));
        routes.get(ERASURES + "{receipt}", this::progress);
    }

    private void erase(Context context, String id) {
        context.header("Cache-Control", "no-store");
        if (id.isBlank()) {
            refuse(context, 400, "id: absent (expected: a user's or a device's, as in " + PROFILES + "?id=ada)");
            return;
        }
        try {
            EventId receipt = desk.erase(new CustomerId(id));
            context.status(202)
                    .header("Location", ERASURES + receipt.value())
                    .json(Map.of("success", true, "receipt", receipt.value()));
        } catch (EventLogUnavailable unavailable) {
            context.header("Retry-After", RETRY_AFTER_SECONDS);
            refuse(context, 503, "nothing is sent any more, but the engine cannot be told now; send the request again");
        }
    }

    private void progress(Context context) {
        context.header("Cache-Control", "no-store");
        Optional<ErasureProgress> progress = desk.progress(new EventId(context.pathParam("receipt")));
        if (progress.isEmpty()) {
            refuse(context, 404, "receipt: none such (expected: one that a DELETE of " + PROFILES + " gave)");
        } else {
            context.json(ErasureView.of(progress.get()));
        }
    }

    private static void refuse(Context context, int status, String reason) {
        context.status(status).json(Map.of("success", false, "error", reason));
    }
}
