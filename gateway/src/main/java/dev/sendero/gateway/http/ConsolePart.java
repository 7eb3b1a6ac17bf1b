package dev.sendero.gateway.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** A file of the console, out of the jar. */
final class ConsolePart {

    private static final String FOLDER = "/console/";

    private ConsolePart() {}

    static Optional<byte[]> read(String name) {
        try (InputStream resource = ConsolePart.class.getResourceAsStream(FOLDER + name)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("console part " + name + ": cannot be read", unreadable);
        }
    }

    static IllegalStateException missing(String part) {
        return new IllegalStateException("console part " + part + ": absent (expected: in the jar)");
    }

    static void secure(Context context) {
        // "no-cache" lets the browser keep a part but ask each time: an upgrade is seen at once.
        context.header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
