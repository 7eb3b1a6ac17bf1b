package dev.sendero.connectors.webhook;

import dev.sendero.api.connector.AddressRange;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/**
 * How other systems are called. The secrets show in no text made of this.
 *
 * @param secrets what calls are signed with, each {@code whsec_} and base64; several while one replaces another
 * @param allowed addresses that are called although they are not public
 * @param connectTimeout how long a connection may take
 * @param callTimeout how long a call may take, from the connection to the answer
 * @param callsPerHost how many calls of one host run at the same time at most; a third of it while it does not answer
 */
public record WebhookSettings(
        List<String> secrets,
        List<AddressRange> allowed,
        Duration connectTimeout,
        Duration callTimeout,
        int callsPerHost) {

    private static final String PREFIX = "whsec_";
    private static final int LEAST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(20);

    /** Less than the calls of the channel, so that there is always room for another host. */
    private static final int CALLS_PER_HOST = 24;

    /** @throws IllegalArgumentException when there is no secret, or one that Standard Webhooks does not allow */
    public WebhookSettings {
        secrets = List.copyOf(secrets);
        allowed = List.copyOf(allowed);
        if (secrets.isEmpty() || !secrets.stream().allMatch(WebhookSettings::isSecret)) {
            throw new IllegalArgumentException("webhook secret: cannot be used (expected: " + PREFIX + " and base64 of "
                    + LEAST_BYTES + " to " + MOST_BYTES + " bytes)");
        }
    }

    /**
     * @param secrets one, or several with spaces between them
     * @throws IllegalArgumentException when there is no secret, or one that Standard Webhooks does not allow
     */
    public static WebhookSettings of(String secrets, List<AddressRange> allowed) {
        return new WebhookSettings(
                List.of(secrets.strip().split("\\s+")), allowed, LONGEST_CONNECT, LONGEST_CALL, CALLS_PER_HOST);
    }

    public WebhookSettings withTimeouts(Duration connect, Duration call) {
        return new WebhookSettings(secrets, allowed, connect, call, callsPerHost);
    }

    private static boolean isSecret(String secret) {
        if (!secret.startsWith(PREFIX)) {
            return false;
        }
        try {
            int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return bytes >= LEAST_BYTES && bytes <= MOST_BYTES;
        } catch (IllegalArgumentException noBase64) {
            return false;
        }
    }

    @Override
    public String toString() {
        return secrets.size() + " secrets, allowed " + allowed;
    }
}
