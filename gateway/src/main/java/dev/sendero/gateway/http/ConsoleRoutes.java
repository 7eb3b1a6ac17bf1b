package dev.sendero.gateway.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The console's page and its parts, out of the jar. One page: which of its views is shown is the browser's matter. */
public final class ConsoleRoutes {

    private static final String FOLDER = "/console/";
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]+(\\.[a-z]+)?\\.(js|css|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");
    private static final String IMPORT_MAP_START = "<script type=\"importmap\">";
    private static final String IMPORT_MAP_END = "</script>";

    private final String page;
    private final String contentSecurityPolicy;

    public ConsoleRoutes() {
        page = new String(read("index.html").orElseThrow(() -> missing("index.html")), StandardCharsets.UTF_8);
        // An import map has to stand in the page itself; its hash lets it, and no other script, in.
        contentSecurityPolicy = "default-src 'none'; script-src 'self' 'sha256-" + hash(importMap(page))
                + "'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'";
    }

    public void addTo(RoutesConfig routes) {
        routes.get("/", context -> context.redirect("/journeys"));
        for (String path : new String[] {"/journeys", "/journeys/{id}", "/mailbox", "/mailbox/{id}"}) {
            routes.get(path, this::page);
        }
        routes.get("/console/{name}", context -> part(context, ""));
        routes.get("/console/vendor/{name}", context -> part(context, "vendor/"));
    }

    private void page(Context context) {
        secure(context);
        context.header("Content-Security-Policy", contentSecurityPolicy).html(page);
    }

    private static void part(Context context, String folder) {
        String name = context.pathParam("name");
        if (!NAME.matcher(name).matches()) {
            throw new NotFoundResponse();
        }
        byte[] bytes = read(folder + name).orElseThrow(NotFoundResponse::new);
        secure(context);
        context.contentType(String.valueOf(TYPES.get(name.substring(name.lastIndexOf('.') + 1))))
                .result(bytes);
    }

    private static void secure(Context context) {
        // "no-cache" lets the browser keep a part but ask each time: an upgrade is seen at once.
        context.header("Cache-Control", "no-cache")
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Cross-Origin-Opener-Policy", "same-origin")
                .header("Cross-Origin-Resource-Policy", "same-origin");
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream resource = ConsoleRoutes.class.getResourceAsStream(FOLDER + name)) {
            return resource == null ? Optional.empty() : Optional.of(resource.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("console part " + name + ": cannot be read", unreadable);
        }
    }

    private static String importMap(String page) {
        int start = page.indexOf(IMPORT_MAP_START);
        int end = page.indexOf(IMPORT_MAP_END, start);
        if (start < 0 || end < 0) {
            throw missing("import map of index.html");
        }
        return page.substring(start + IMPORT_MAP_START.length(), end);
    }

    private static IllegalStateException missing(String part) {
        return new IllegalStateException("console part " + part + ": absent (expected: in the jar)");
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("SHA-256: absent (expected: in every Java platform)", absent);
        }
    }
}
