package dev.sendero.connectors.email;

import dev.sendero.api.connector.CallbackAnswer;
import dev.sendero.api.connector.CallbackReader;
import dev.sendero.api.connector.CallbackRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Takes mail that came back, as a mail server posts it: the raw mail is the body, and the header {@code Authorization:
 * Bearer SECRET} tells that it may.
 */
public final class ReturnedMailCallbacks implements CallbackReader {

    public static final String NAME = "email";

    private static final int NOT_UNDERSTOOD = 400;
    private static final int NOT_KNOWN = 401;
    private static final String SCHEME = "Bearer ";

    private final byte[] secret;

    /**
     * @param secret that callers must know
     * @throws IllegalArgumentException when it is blank
     */
    public ReturnedMailCallbacks(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("secret: blank (expected: some text)");
        }
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** A mail that says nothing about one of ours is taken too: sending it again would change nothing. */
    @Override
    public CallbackAnswer read(CallbackRequest request) {
        String given = request.header("Authorization").orElse("");
        if (!given.startsWith(SCHEME) || !isSecret(given.substring(SCHEME.length()))) {
            return new CallbackAnswer.Refused(NOT_KNOWN, "the header Authorization is not 'Bearer' and the secret");
        }
        byte[] raw = new byte[request.body().remaining()];
        request.body().duplicate().get(raw);
        return raw.length == 0
                ? new CallbackAnswer.Refused(NOT_UNDERSTOOD, "no mail in the body")
                : new CallbackAnswer.Taken(ReturnedMail.read(raw), "text/plain; charset=utf-8", "");
    }

    /** Takes the same time however much of it is right. */
    private boolean isSecret(String given) {
        return MessageDigest.isEqual(given.strip().getBytes(StandardCharsets.UTF_8), secret);
    }
}
