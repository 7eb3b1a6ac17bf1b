package dev.sendero.gateway.ingest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** The keys that may write events. Compared in constant time, so that nobody finds one letter by letter. */
final class WriteKeys {

    private static final String SCHEME = "Basic ";

    private final List<byte[]> keys;

    WriteKeys(List<String> keys) {
        this.keys = keys.stream().map(WriteKeys::bytes).toList();
    }

    boolean contains(String candidate) {
        byte[] bytes = bytes(candidate);
        boolean found = false;
        for (byte[] key : keys) {
            found |= MessageDigest.isEqual(key, bytes);
        }
        return found;
    }

    /**
     * The key in a header {@code Authorization}: the user name of Basic authentication (RFC 7617).
     *
     * @return empty when the header is of another kind or malformed
     */
    static Optional<String> inHeader(String authorization) {
        if (!authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder()
                    .decode(authorization.substring(SCHEME.length()).trim());
            String credentials = new String(decoded, StandardCharsets.UTF_8);
            int colon = credentials.indexOf(':');
            return Optional.of(colon < 0 ? credentials : credentials.substring(0, colon));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(String key) {
        return key.getBytes(StandardCharsets.UTF_8);
    }
}
