package dev.sendero.connectors.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A part of a path between two slashes. */
public final class PathSegment {

    private PathSegment() {}

    /** Any text, so written that it stays within its slashes (RFC 3986, 3.3); one or two dots alone would lead elsewhere. */
    public static String of(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return encoded.equals(".") || encoded.equals("..") ? encoded.replace(".", "%2E") : encoded;
    }
}
