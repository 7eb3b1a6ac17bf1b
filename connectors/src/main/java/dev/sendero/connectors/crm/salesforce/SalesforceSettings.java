package dev.sendero.connectors.crm.salesforce;

import java.time.Duration;
import java.util.Map;

/**
 * Which organisation is changed, and how. The client's secret shows in no text made of this.
 *
 * @param loginAddress where tokens are given out, without a slash at the end
 * @param instanceAddress where the API is; empty where the token says so
 * @param version of the API, without its decimal
 * @param keys by kind of record, the external id field with unique values that a message's key is a value of
 * @param connectTimeout how long a connection may take
 * @param callTimeout how long one call may take; a message is four at most, where its token has just run out
 */
public record SalesforceSettings(
        String loginAddress,
        String instanceAddress,
        String clientId,
        String clientSecret,
        int version,
        Map<String, String> keys,
        Duration connectTimeout,
        Duration callTimeout) {

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    public static SalesforceSettings of(
            String loginAddress,
            String instanceAddress,
            String clientId,
            String clientSecret,
            int version,
            Map<String, String> keys) {
        return new SalesforceSettings(
                loginAddress,
                instanceAddress,
                clientId,
                clientSecret,
                version,
                Map.copyOf(keys),
                LONGEST_CONNECT,
                LONGEST_CALL);
    }

    public SalesforceSettings withTimeouts(Duration connect, Duration call) {
        return new SalesforceSettings(
                loginAddress, instanceAddress, clientId, clientSecret, version, keys, connect, call);
    }

    @Override
    public String toString() {
        return loginAddress + ", version " + version + ", keys " + keys;
    }
}
