package dev.sendero.connectors.email;

import java.time.Duration;
import java.util.Optional;

/**
 * How mail leaves.
 *
 * @param from the sender when a message names none, such as {@code Shop <shop@example.com>}
 * @param bouncesTo the address at which servers report what they cannot deliver; empty for the sender's
 * @param dkim signs each mail; empty when the server does that, or nobody
 * @param requireTls whether a server without STARTTLS gets nothing
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long the server may take to answer a command or to read on
 * @param callsPerDomain how many mails go to recipients of one domain at the same time at most, 1 or more
 */
public record SmtpSettings(
        String host,
        int port,
        String from,
        String bouncesTo,
        MailLogin login,
        Optional<DkimKey> dkim,
        boolean requireTls,
        Duration connectTimeout,
        Duration answerTimeout,
        int callsPerDomain) {

    /** RFC 5321, 4.5.3.2.6: after the final dot a server may take ten minutes. */
    public static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

    /** Large mailbox providers take about that many connections of one sender. */
    public static final int CALLS_PER_DOMAIN = 20;

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

    /** With TLS and the timeouts of the standard, unsigned. */
    public static SmtpSettings of(String host, int port, String from, MailLogin login) {
        return new SmtpSettings(
                host, port, from, "", login, Optional.empty(), true, LONGEST_CONNECT, LONGEST_ANSWER, CALLS_PER_DOMAIN);
    }

    /** Mail and password may be read on the way. */
    public SmtpSettings withoutTls() {
        return new SmtpSettings(
                host, port, from, bouncesTo, login, dkim, false, connectTimeout, answerTimeout, callsPerDomain);
    }

    public SmtpSettings withTimeouts(Duration connect, Duration answer) {
        return new SmtpSettings(host, port, from, bouncesTo, login, dkim, requireTls, connect, answer, callsPerDomain);
    }

    public SmtpSettings withBouncesTo(String address) {
        return new SmtpSettings(
                host, port, from, address, login, dkim, requireTls, connectTimeout, answerTimeout, callsPerDomain);
    }

    public SmtpSettings signedBy(DkimKey key) {
        return new SmtpSettings(
                host,
                port,
                from,
                bouncesTo,
                login,
                Optional.of(key),
                requireTls,
                connectTimeout,
                answerTimeout,
                callsPerDomain);
    }

    public SmtpSettings withCallsPerDomain(int most) {
        return new SmtpSettings(
                host, port, from, bouncesTo, login, dkim, requireTls, connectTimeout, answerTimeout, most);
    }
}
