package dev.sendero.connectors.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a URL names.
 *
 * @param host a name in lower case, or an address, that of IPv6 without brackets
 * @param path with the query; never empty
 */
record Target(boolean secure, String host, int port, String path) {

    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final int MAX_PORT = 65_535;

    /** @return empty when it is not the URL of a system that can be called */
    static Optional<Target> parse(String url) {
        URI uri;
        try {
            uri = new URI(url);
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean secure = scheme.equals("https");
        // A user in a URL is a secret in a journey file, or makes another host look like the one that is called.
        if ((!secure && !scheme.equals("http")) || uri.getHost() == null || uri.getRawUserInfo() != null) {
            return Optional.empty();
        }
        int port = uri.getPort() < 0 ? (secure ? HTTPS_PORT : HTTP_PORT) : uri.getPort();
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (host.startsWith("[")) {
            host = host.substring(1, host.length() - 1);
        }
        if (port < 1 || port > MAX_PORT || host.contains("%")) {
            return Optional.empty();
        }
        URI ascii = URI.create(uri.toASCIIString());
        String path = ascii.getRawPath().isEmpty() ? "/" : ascii.getRawPath();
        String query = ascii.getRawQuery() == null ? "" : "?" + ascii.getRawQuery();
        return Optional.of(new Target(secure, host, port, path + query));
    }

    boolean isAddress() {
        return host.contains(":") || host.matches("[0-9.]+");
    }

    /** The value of the header {@code Host}. */
    String authority() {
        String name = host.contains(":") ? "[" + host + "]" : host;
        return port == (secure ? HTTPS_PORT : HTTP_PORT) ? name : name + ":" + port;
    }

    /** The receiver's endpoint: without what the query says of one message. */
    Target endpoint() {
        int query = path.indexOf('?');
        return query < 0 ? this : new Target(secure, host, port, path.substring(0, query));
    }
}
