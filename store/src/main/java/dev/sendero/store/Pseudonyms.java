package dev.sendero.store;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Names by which what has been erased is known again, and by which nobody learns what it was: HMAC with SHA-256 (RFC
 * 2104). An address has so few possible values that a plain hash of it is found by trying; with the key, which is kept
 * apart from the store, it is not.
 */
public final class Pseudonyms {

    /** RFC 2104, section 3: a key shorter than the hash is weaker than it. */
    public static final int SHORTEST_SECRET_BYTES = 32;

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec secret;

    private Pseudonyms(SecretKeySpec secret) {
        this.secret = secret;
    }

    /** @throws IllegalArgumentException when the secret is shorter than {@link #SHORTEST_SECRET_BYTES} */
    public static Pseudonyms of(byte[] secret) {
        if (secret.length < SHORTEST_SECRET_BYTES) {
            throw new IllegalArgumentException(
                    "secret: " + secret.length + " bytes (expected: " + SHORTEST_SECRET_BYTES + " or more)");
        }
        return new Pseudonyms(new SecretKeySpec(secret, ALGORITHM));
    }

    public String of(CustomerId customer) {
        return of("customer", customer.value());
    }

    /** However the address is written. */
    public String of(Channel channel, String address) {
        return of("address of " + channel.wireName(), channel.comparable(address));
    }

    /** Of the id of a fact, which can be guessed as the customer's can. */
    public String ofFact(String id) {
        return of("fact", id);
    }

    /** By which the key is known again. */
    String fingerprint() {
        return of("key", "");
    }

    /** @param kind keeps apart what is of different kinds and has the same text; holds no line break */
    private String of(String kind, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal((kind + '\n' + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(ALGORITHM + ": absent (expected: in every Java platform)", absent);
        }
    }
}
