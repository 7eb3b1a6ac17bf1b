package dev.sendero.connectors.email;

import java.time.Duration;
import java.util.Optional;

/**
 * How mail leaves.
 *
 * @param from the sender when a message names none, such as {@code Shop <shop@example.com>}
 * @param bouncesTo the address at which servers report what they cannot deliver; empty for the sender's
 * @param dkim signs each mail; empty when the server does that, or nobody
 * @param connectTimeout how long a connection may take
 * @param handoverTimeout how long all may take from the connection to the final dot
 * @param answerTimeout how long the server may take to answer, to the final dot above all
 * @param callsPerDomain how many mails go to recipients of one domain at the same time at most, 1 or more
 */
public record SmtpSettings(
        String host,
        int port,
        String from,
        String bouncesTo,
        MailLogin login,
        Optional<DkimKey> dkim,
        SmtpEncryption encryption,
        Duration connectTimeout,
        Duration handoverTimeout,
        Duration answerTimeout,
        int callsPerDomain) {

    /** RFC 5321, 4.5.3.2.6: after the final dot a server may take ten minutes. */
    public static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

    /** Large mailbox providers take about that many connections of one sender. */
    public static final int CALLS_PER_DOMAIN = 20;

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

    /** RFC 5321, 4.5.3.2 grants as much to a single command; who needs it for all of them is tried again later. */
    private static final Duration LONGEST_HANDOVER = Duration.ofMinutes(5);

    /** With STARTTLS and the timeouts of the standard, unsigned. */
    public static SmtpSettings of(String host, int port, String from, MailLogin login) {
        return new SmtpSettings(
                host,
                port,
                from,
                "",
                login,
                Optional.empty(),
                SmtpEncryption.STARTTLS,
                LONGEST_CONNECT,
                LONGEST_HANDOVER,
                LONGEST_ANSWER,
                CALLS_PER_DOMAIN);
    }

    public SmtpSettings with(SmtpEncryption other) {
        return new SmtpSettings(
                host,
                port,
                from,
                bouncesTo,
                login,
                dkim,
                other,
                connectTimeout,
                handoverTimeout,
                answerTimeout,
                callsPerDomain);
    }

    public SmtpSettings withTimeouts(Duration connect, Duration answer) {
        return new SmtpSettings(
                host, port, from, bouncesTo, login, dkim, encryption, connect, handoverTimeout, answer, callsPerDomain);
    }

    SmtpSettings withHandoverTimeout(Duration handover) {
        return new SmtpSettings(
                host,
                port,
                from,
                bouncesTo,
                login,
                dkim,
                encryption,
                connectTimeout,
                handover,
                answerTimeout,
                callsPerDomain);
    }

    public SmtpSettings withBouncesTo(String address) {
        return new SmtpSettings(
                host,
                port,
                from,
                address,
                login,
                dkim,
                encryption,
                connectTimeout,
                handoverTimeout,
                answerTimeout,
                callsPerDomain);
    }

    public SmtpSettings signedBy(DkimKey key) {
        return new SmtpSettings(
                host,
                port,
                from,
                bouncesTo,
                login,
                Optional.of(key),
                encryption,
                connectTimeout,
                handoverTimeout,
                answerTimeout,
                callsPerDomain);
    }

    public SmtpSettings withCallsPerDomain(int most) {
        return new SmtpSettings(
                host,
                port,
                from,
                bouncesTo,
                login,
                dkim,
                encryption,
                connectTimeout,
                handoverTimeout,
                answerTimeout,
                most);
    }
}
