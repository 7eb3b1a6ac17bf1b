package dev.sendero.api;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names made from what they name: SHA-256 (FIPS 180-4) over parts that cannot run into each other. */
public final class Hash {

    private Hash() {}

    /**
     * The first {@code hexDigits} hexadecimal digits of SHA-256 over the parts, each preceded by its length in bytes.
     *
     * @param hexDigits 1 to 64
     */
    public static String of(int hexDigits, String... parts) {
        var digest = sha256();
        for (String part : parts) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            int length = bytes.length;
            digest.update(
                    new byte[] {(byte) (length >>> 24), (byte) (length >>> 16), (byte) (length >>> 8), (byte) length});
            digest.update(bytes);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, hexDigits);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("SHA-256: absent (expected: in every Java platform)", absent);
        }
    }
}
