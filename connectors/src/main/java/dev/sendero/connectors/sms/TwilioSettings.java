package dev.sendero.connectors.sms;

import java.net.URI;
import java.time.Duration;

/**
 * How text messages leave by Twilio. The password shows in no text made of this.
 *
 * @param account the account's SID, {@code AC…}
 * @param user the account's SID, or the SID of an API key
 * @param password the account's token, or the secret of the API key
 * @param sender who sends
 * @param callbacks where Twilio says what became of a message, without a query; empty where it cannot call us
 * @param address of Twilio, without a path
 * @param perSecond how many messages leave a second at most, more than 0
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long Twilio may take for the whole answer
 */
public record TwilioSettings(
        String account,
        String user,
        String password,
        Sender sender,
        String callbacks,
        URI address,
        double perSecond,
        Duration connectTimeout,
        Duration answerTimeout) {

    public static final URI TWILIO = URI.create("https://api.twilio.com");

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(10);
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /** Who sends. */
    public sealed interface Sender {

        /** A number in international form, a short code, or a name where that is allowed. */
        record Number(String number) implements Sender {}

        /** @param sid of a messaging service, {@code MG…}, which chooses the number */
        record Service(String sid) implements Sender {}
    }

    /** @throws IllegalArgumentException when the rate is out of its range */
    public TwilioSettings {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("perSecond: " + perSecond + " (expected: more than 0)");
        }
    }

    /** With Twilio itself, no callbacks, and timeouts that suit. */
    public static TwilioSettings of(String account, String user, String password, Sender sender, double perSecond) {
        return new TwilioSettings(
                account, user, password, sender, "", TWILIO, perSecond, LONGEST_CONNECT, LONGEST_ANSWER);
    }

    public TwilioSettings at(URI otherAddress) {
        return new TwilioSettings(
                account, user, password, sender, callbacks, otherAddress, perSecond, connectTimeout, answerTimeout);
    }

    public TwilioSettings calledBackAt(URI otherCallbacks) {
        return new TwilioSettings(
                account,
                user,
                password,
                sender,
                otherCallbacks.toString(),
                address,
                perSecond,
                connectTimeout,
                answerTimeout);
    }

    public TwilioSettings withTimeouts(Duration connect, Duration answer) {
        return new TwilioSettings(account, user, password, sender, callbacks, address, perSecond, connect, answer);
    }

    @Override
    public String toString() {
        return "Twilio account " + account;
    }
}
