package dev.sendero.connectors.email;

import dev.sendero.api.connector.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failed attempt means. */
final class SmtpAnswers {

    /** How long nobody is bothered after our own server has refused us, which no other message would change. */
    private static final Duration UNTIL_REPAIRED = Duration.ofMinutes(5);

    private SmtpAnswers() {}

    static Outcome ofConnecting(Exception failed) {
        if (failed instanceof AuthenticationFailedException) {
            return new Outcome.Retryable("the mail server refused the login", UNTIL_REPAIRED, true);
        }
        return TlsFailures.in(failed)
                .<Outcome>map(reason -> new Outcome.Retryable(
                        "no secure connection to the mail server: " + reason, UNTIL_REPAIRED, true))
                .orElseGet(() ->
                        new Outcome.Retryable("no connection to the mail server: " + words(failed), Duration.ZERO));
    }

    /** The server's refusal, if it gave one. */
    static Optional<SmtpReply> refusalIn(MessagingException failed) {
        // A connection that ends instead of an answer carries a code too, which is none of the protocol's.
        return replyIn(failed).filter(reply -> reply.code() >= 400);
    }

    /** What a failure carries about the recipient says most. */
    private static Optional<SmtpReply> replyIn(MessagingException failed) {
        Optional<SmtpReply> found = Optional.empty();
        @Nullable Exception next = failed;
        while (next instanceof MessagingException current) {
            if (current instanceof SMTPAddressFailedException address) {
                return Optional.of(new SmtpReply(address.getReturnCode(), words(address), true));
            }
            if (current instanceof SMTPSendFailedException send && found.isEmpty()) {
                found = Optional.of(new SmtpReply(send.getReturnCode(), words(send), false));
            }
            if (current instanceof SMTPSenderFailedException sender && found.isEmpty()) {
                found = Optional.of(new SmtpReply(sender.getReturnCode(), words(sender), false));
            }
            next = current.getNextException();
        }
        return found;
    }

    /** The first digit decides (RFC 5321, 4.2.1). */
    static Outcome ofReply(SmtpReply reply) {
        if (reply.asksForLogin()) {
            return new Outcome.Retryable("the mail server asks for a login: " + reply.words(), UNTIL_REPAIRED, true);
        }
        return reply.code() >= 500
                ? new Outcome.Permanent(reply.words(), reply.saysNoSuchMailbox())
                : new Outcome.Retryable(reply.words(), Duration.ZERO);
    }

    /** @param finalDotWritten whether the server may have the whole message */
    static Outcome ofSilence(MessagingException failed, boolean finalDotWritten) {
        return finalDotWritten
                ? new Outcome.Ambiguous("no answer after the final dot")
                : new Outcome.Retryable("the connection broke before the final dot: " + words(failed), Duration.ZERO);
    }

    private static String words(Exception failed) {
        return Addresses.withoutAddresses(String.valueOf(failed.getMessage()));
    }
}
