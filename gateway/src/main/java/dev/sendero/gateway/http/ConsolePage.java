package dev.sendero.gateway.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** A page made of console parts, with a policy that lets nothing else in. */
public final class ConsolePage {

    private static final String IMPORT_MAP_START = "<script type=\"importmap\">";
    private static final String IMPORT_MAP_END = "</script>";

    private final String page;
    private final String contentSecurityPolicy;

    /** @param name of its file among the console's parts */
    public ConsolePage(String name) {
        page = new String(ConsolePart.read(name).orElseThrow(() -> ConsolePart.missing(name)), StandardCharsets.UTF_8);
        // An import map has to stand in the page itself; its hash lets it, and no other script, in.
        contentSecurityPolicy = "default-src 'none'; script-src 'self' 'sha256-" + hash(importMap(page))
                + "'; style-src 'self'; connect-src 'self'; img-src 'self' data:; frame-src 'self'; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'";
    }

    public void show(Context context) {
        ConsolePart.secure(context);
        context.header("Content-Security-Policy", contentSecurityPolicy).html(page);
    }

    private static String importMap(String page) {
        int start = page.indexOf(IMPORT_MAP_START);
        int end = page.indexOf(IMPORT_MAP_END, start);
        if (start < 0 || end < 0) {
            throw ConsolePart.missing("import map of a page");
        }
        return page.substring(start + IMPORT_MAP_START.length(), end);
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
