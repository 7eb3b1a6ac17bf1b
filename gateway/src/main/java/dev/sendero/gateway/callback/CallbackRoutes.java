package dev.sendero.gateway.callback;

import dev.sendero.api.connector.CallbackAnswer;
import dev.sendero.api.connector.CallbackReader;
import dev.sendero.api.connector.CallbackRequest;
import dev.sendero.gateway.events.EventLogUnavailable;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where providers call: {@code POST /v1/callbacks/NAME}. Each provider's reader looks first whether it is the provider. */
public final class CallbackRoutes {

    /** A returned mail comes with what was returned. */
    static final int MOST_BYTES = 1 << 20;

    private static final Logger LOG = LoggerFactory.getLogger(CallbackRoutes.class);
    private static final String NAME = "name";

    private final Map<String, CallbackReader> readers;
    private final Reports reports;
    private final Optional<URI> publicAddress;

    /** @param publicAddress where providers reach the gateway, if not at the address that it sees itself */
    public CallbackRoutes(List<CallbackReader> readers, Reports reports, Optional<URI> publicAddress) {
        this.readers = readers.stream().collect(Collectors.toMap(CallbackReader::name, Function.identity()));
        this.reports = reports;
        this.publicAddress = publicAddress;
    }

    public void addTo(RoutesConfig routes) {
        routes.post("/v1/callbacks/{" + NAME + "}", this::take);
    }

    private void take(Context context) throws IOException {
        CallbackReader reader = readers.get(context.pathParam(NAME));
        if (reader == null) {
            refuse(context, 404, "callback: no channel of this project is called so by its provider");
            return;
        }
        byte[] body = context.req().getInputStream().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            // Part of the body is unread: nothing else can come over this connection.
            context.header("Connection", "close");
            refuse(context, 413, "body: more than " + MOST_BYTES + " bytes");
            return;
        }
        CallbackAnswer answer =
                reader.read(new CallbackRequest(address(context), headers(context), ByteBuffer.wrap(body)));
        if (answer instanceof CallbackAnswer.Refused refused) {
            LOG.info("callback of {}: refused, {}", reader.name(), refused.reason());
            refuse(context, refused.status(), refused.reason());
        } else if (answer instanceof CallbackAnswer.Taken taken) {
            takeDown(context, taken);
        }
    }

    private void takeDown(Context context, CallbackAnswer.Taken taken) {
        try {
            reports.take(taken.reports());
            context.status(200).contentType(taken.contentType()).result(taken.body());
        } catch (EventLogUnavailable unavailable) {
            context.header("Retry-After", "5");
            refuse(context, 503, "it cannot be stored now; call again");
        }
    }

    /** As the provider called it: signatures are over the whole address. */
    private URI address(Context context) {
        String query =
                Optional.ofNullable(context.queryString()).map(it -> "?" + it).orElse("");
        String seen = context.url() + query;
        return publicAddress
                .map(address -> URI.create(withoutSlash(address.toString()) + context.path() + query))
                .orElseGet(() -> URI.create(seen));
    }

    private static String withoutSlash(String address) {
        return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    }

    private static Map<String, List<String>> headers(Context context) {
        var headers = new LinkedHashMap<String, List<String>>();
        context.headerMap().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), List.of(value)));
        return headers;
    }

    private static void refuse(Context context, int status, String reason) {
        context.status(status).json(Map.of("success", false, "error", reason));
    }
}
