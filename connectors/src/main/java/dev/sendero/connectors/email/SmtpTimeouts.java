package dev.sendero.connectors.email;

import java.time.Duration;

/**
 * How long a mail server is waited for.
 *
 * @param connect how long a connection may take
 * @param handover how long all may take from the connection to the final dot
 * @param answer how long the server may take to answer, to the final dot above all
 */
public record SmtpTimeouts(Duration connect, Duration handover, Duration answer) {

    /**
     * RFC 5321, 4.5.3.2 grants five minutes to a single command, which is here the time for all of them: who needs more is
     * tried again later. After the final dot, by 4.5.3.2.6, a server may take ten minutes.
     */
    public static final SmtpTimeouts STANDARD =
            new SmtpTimeouts(Duration.ofSeconds(30), Duration.ofMinutes(5), Duration.ofMinutes(10));

    /** From the first connection to the last answer. */
    Duration longestCall() {
        return handover.plus(answer);
    }
}
