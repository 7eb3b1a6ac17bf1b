package dev.sendero.connectors.crm.hubspot;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * Which account is changed, and how. The token shows in no text made of this.
 *
 * @param address where the API is, without a slash at the end
 * @param token of a private app
 * @param keys by kind of record, the property with unique values that a message's key is a value of
 * @param noteKey the property of notes with unique values that holds the message's id
 * @param connectTimeout how long a connection may take
 * @param callTimeout how long one call may take; a message with a note is three
 */
public record HubSpotSettings(
        URI address,
        String token,
        Map<String, String> keys,
        String noteKey,
        Duration connectTimeout,
        Duration callTimeout) {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    public static HubSpotSettings of(URI address, String token, Map<String, String> keys, String noteKey) {
        return new HubSpotSettings(address, token, Map.copyOf(keys), noteKey, LONGEST_CONNECT, LONGEST_CALL);
    }

    public HubSpotSettings withTimeouts(Duration connect, Duration call) {
        return new HubSpotSettings(address, token, keys, noteKey, connect, call);
    }

    @Override
    public String toString() {
        return address + ", keys " + keys;
    }
}
