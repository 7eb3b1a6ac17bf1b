package dev.sendero.connectors.sms;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The signature of Twilio's calls: HMAC-SHA1, with the account's token, of the called address and, in the order of their
 * names, the names and values of the form. The library's own check takes the address apart and puts it together
 * differently where it holds escapes, so that an honest call would be refused.
 */
final class TwilioSignature {

    static final String HEADER = "X-Twilio-Signature";

    private static final String ALGORITHM = "HmacSHA1";
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;

    private final SecretKeySpec token;

    TwilioSignature(String token) {
        this.token = new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** Takes as long for a wrong signature as for a right one. Twilio signs with or without the usual port of the address. */
    boolean isRight(String signature, URI address, SortedMap<String, List<String>> form) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean asWritten = MessageDigest.isEqual(given, expected(address.toString(), form));
        boolean withPort = MessageDigest.isEqual(given, expected(withUsualPort(address), form));
        return asWritten || withPort;
    }

    private byte[] expected(String address, SortedMap<String, List<String>> form) {
        var text = new StringBuilder(address);
        for (Map.Entry<String, List<String>> field : form.entrySet()) {
            // Of a name that comes more than once, each different value counts once.
            new TreeSet<>(field.getValue())
                    .forEach(value -> text.append(field.getKey()).append(value));
        }
        return Base64.getEncoder().encode(codeOf(text.toString()));
    }

    private static String withUsualPort(URI address) {
        if (address.getPort() >= 0) {
            return address.toString();
        }
        int port = "http".equalsIgnoreCase(address.getScheme()) ? HTTP_PORT : HTTPS_PORT;
        String authority = String.valueOf(address.getRawAuthority());
        return address.toString().replaceFirst("//[^/?#]*", "//" + authority + ":" + port);
    }

    private byte[] codeOf(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(token);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException absent) {
            throw new IllegalStateException(ALGORITHM + ": absent (expected: in every Java platform)", absent);
        }
    }
}
