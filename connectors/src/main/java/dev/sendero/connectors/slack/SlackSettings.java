package dev.sendero.connectors.slack;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * How messages reach Slack. Neither the token nor a webhook's address shows in a text made of this: whoever has them may
 * write.
 *
 * @param token of a bot, {@code xoxb-…}; empty where there are webhooks only
 * @param webhooks the addresses of incoming webhooks, by the channel as journeys name it; they come before the token
 * @param address of the Web API, to which a method's name is added
 * @param perSecond how many messages a channel gets a second at most, more than 0
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long Slack may take for the whole answer
 */
public record SlackSettings(
        String token,
        Map<String, URI> webhooks,
        URI address,
        double perSecond,
        Duration connectTimeout,
        Duration answerTimeout) {

    public static final URI SLACK = URI.create("https://slack.com/api/");

    /** Slack, "Rate limits": about one message a second for each channel. */
    public static final double USUAL_RATE = 1;

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /** @throws IllegalArgumentException when the rate is out of its range */
    public SlackSettings {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("perSecond: " + perSecond + " (expected: more than 0)");
        }
        webhooks = Map.copyOf(webhooks);
    }

    /** With Slack itself, its usual rate, and timeouts that suit. */
    public static SlackSettings of(String token, Map<String, URI> webhooks) {
        return new SlackSettings(token, webhooks, SLACK, USUAL_RATE, LONGEST_CONNECT, LONGEST_ANSWER);
    }

    public SlackSettings at(URI otherAddress) {
        return new SlackSettings(token, webhooks, otherAddress, perSecond, connectTimeout, answerTimeout);
    }

    public SlackSettings withRate(double otherPerSecond) {
        return new SlackSettings(token, webhooks, address, otherPerSecond, connectTimeout, answerTimeout);
    }

    public SlackSettings withTimeouts(Duration connect, Duration answer) {
        return new SlackSettings(token, webhooks, address, perSecond, connect, answer);
    }

    @Override
    public String toString() {
        return "Slack with " + (token.isEmpty() ? "no token" : "a token") + " and " + webhooks.size() + " webhooks";
    }
}
