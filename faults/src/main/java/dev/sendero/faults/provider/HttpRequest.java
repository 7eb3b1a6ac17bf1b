package dev.sendero.faults.provider;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a provider was asked.
 *
 * @param path decoded
 * @param query as it was sent; empty for none
 * @param header the headers
 */
record HttpRequest(String method, String path, String query, com.sun.net.httpserver.Headers headers, String body) {

    static HttpRequest of(HttpExchange exchange) throws IOException {
        return new HttpRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse(""),
                exchange.getRequestHeaders(),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Empty when it is not there. */
    String header(String name) {
        return Optional.ofNullable(headers.getFirst(name)).orElse("");
    }

    /** A value of the form that is the body; empty when it is not there. */
    String field(String name) {
        return valueIn(body, name);
    }

    /** A value of the query; empty when it is not there. */
    String parameter(String name) {
        return valueIn(query, name);
    }

    /** What follows the last slash. */
    String lastOfPath() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String valueIn(String form, String name) {
        for (String pair : form.split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return "";
    }
}
