package dev.sendero.connectors.email;

import java.time.Duration;

/**
 * How mail leaves.
 *
 * @param from the sender when a message names none, such as {@code Shop <shop@example.com>}
 * @param requireTls whether a server without STARTTLS gets nothing
 * @param connectTimeout how long a connection may take
 * @param answerTimeout how long the server may take to answer a command or to read on
 */
public record SmtpSettings(
        String host,
        int port,
        String from,
        SmtpLogin login,
        boolean requireTls,
        Duration connectTimeout,
        Duration answerTimeout) {

    /** RFC 5321, 4.5.3.2.6: after the final dot a server may take ten minutes. */
    public static final Duration LONGEST_ANSWER = Duration.ofMinutes(10);

    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(30);

    /** With TLS and the timeouts of the standard. */
    public static SmtpSettings of(String host, int port, String from, SmtpLogin login) {
        return new SmtpSettings(host, port, from, login, true, LONGEST_CONNECT, LONGEST_ANSWER);
    }

    /** Mail and password may be read on the way. */
    public SmtpSettings withoutTls() {
        return new SmtpSettings(host, port, from, login, false, connectTimeout, answerTimeout);
    }

    public SmtpSettings withTimeouts(Duration connect, Duration answer) {
        return new SmtpSettings(host, port, from, login, requireTls, connect, answer);
    }
}
