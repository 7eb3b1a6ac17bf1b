package dev.sendero.api.link;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs texts as one token for an address, and knows its own again: HMAC with SHA-256 (RFC 2104), of which half is kept
 * (section 5 there). A token hides nothing, and only who has the key can make one.
 */
public final class TokenKey {

    /** RFC 2104, section 3: a key shorter than the hash is weaker than it. */
    public static final int SHORTEST_SECRET_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SIGNATURE_BYTES = 16;
    private static final char SEPARATOR = '.';

    private final SecretKeySpec secret;

    private TokenKey(SecretKeySpec secret) {
        this.secret = secret;
    }

    /** @throws IllegalArgumentException when the secret is shorter than {@link #SHORTEST_SECRET_BYTES} */
    public static TokenKey of(byte[] secret) {
        if (secret.length < SHORTEST_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "secret: " + secret.length + " bytes (expected: " + SHORTEST_SECRET_BYTES + " or more)");
        }
        return new TokenKey(new SecretKeySpec(secret, ALGORITHM));
    }

    /** Letters, digits, {@code -}, {@code _} and {@code .} only. */
    public String sign(List<String> texts) {
        var token = new StringBuilder();
        for (String text : texts) {
            token.append(encoded(text.getBytes(StandardCharsets.UTF_8))).append(SEPARATOR);
        }
        return token + encoded(signature(token.toString()));
    }

    /** What was signed; empty when it was not with this key, or has been changed. */
    public Optional<List<String>> read(String token) {
        int end = token.lastIndexOf(SEPARATOR) + 1;
        String signed = token.substring(0, end);
        byte[] signature = token.substring(end).getBytes(StandardCharsets.UTF_8);
        // Compared as it is written, since base64 writes some bytes in more than one way.
        byte[] expected = encoded(signature(signed)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(signature, expected) ? Optional.of(texts(signed)) : Optional.empty();
    }

    private static List<String> texts(String signed) {
        var texts = new ArrayList<String>();
        int begin = 0;
        for (int end = signed.indexOf(SEPARATOR); end >= 0; end = signed.indexOf(SEPARATOR, begin)) {
            texts.add(new String(Base64.getUrlDecoder().decode(signed.substring(begin, end)), StandardCharsets.UTF_8));
            begin = end + 1;
        }
        return List.copyOf(texts);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] signature(String signed) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return Arrays.copyOf(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)), SIGNATURE_BYTES);
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(ALGORITHM + ": absent (expected: in every Java platform)", absent);
        }
    }
}
