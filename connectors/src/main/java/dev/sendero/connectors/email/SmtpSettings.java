package dev.sendero.connectors.email;

import java.util.Optional;

/**
 * How mail leaves.
 *
 * @param from the sender when a message names none, such as {@code Shop <shop@example.com>}
 * @param bouncesTo the address at which servers report what they cannot deliver; empty for the sender's
 * @param dkim signs each mail; empty when the server does that, or nobody
 * @param callsPerDomain how many mails go to recipients of one domain at the same time at most, 1 or more
 */
public record SmtpSettings(
        MailServer server, String from, String bouncesTo, Optional<DkimKey> dkim, int callsPerDomain) {

    /** Large mailbox providers take about that many connections of one sender. */
    private static final int CALLS_PER_DOMAIN = 20;

    /** Unsigned, and bounces go to the sender. */
    public static SmtpSettings of(MailServer server, String from) {
        return new SmtpSettings(server, from, "", Optional.empty(), CALLS_PER_DOMAIN);
    }

    public SmtpSettings signedBy(DkimKey key) {
        return new SmtpSettings(server, from, bouncesTo, Optional.of(key), callsPerDomain);
    }
}
