package dev.sendero.faults.provider;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * What a provider says.
 *
 * @param body JSON; empty for none
 * @param retryAfter zero for nothing
 */
record HttpAnswer(int status, String body, Duration retryAfter) {

    static HttpAnswer of(int status, String body) {
        return new HttpAnswer(status, body, Duration.ZERO);
    }

    void over(HttpExchange exchange) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        if (!retryAfter.isZero()) {
            exchange.getResponseHeaders().set("Retry-After", Long.toString(retryAfter.toSeconds()));
        }
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
