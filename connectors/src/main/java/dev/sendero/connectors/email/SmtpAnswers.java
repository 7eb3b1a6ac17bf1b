package dev.sendero.connectors.email;

import dev.sendero.api.connector.Outcome;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** What a failed attempt means: the first digit of the reply decides (RFC 5321, 4.2.1). */
final class SmtpAnswers {

    /** RFC 3463, 3.2: bad destination mailbox address. */
    private static final Pattern NO_SUCH_MAILBOX = Pattern.compile("\\b5\\.1\\.1\\b");

    private SmtpAnswers() {}

    static Outcome ofConnecting(MessagingException failed) {
        String reason = failed instanceof AuthenticationFailedException
                ? "the mail server refused the login"
                : "no connection to the mail server: " + words(failed);
        return new Outcome.Retryable(reason, Duration.ZERO);
    }

    /** @param finalDotWritten whether the server may have the whole message */
    static Outcome ofSending(MessagingException failed, boolean finalDotWritten) {
        Optional<Reply> reply = replyIn(failed);
        if (reply.isPresent() && reply.get().code >= 500) {
            return new Outcome.Permanent(reply.get().words(), reply.get().saysNoSuchMailbox());
        }
        if (reply.isPresent() && reply.get().code >= 400) {
            return new Outcome.Retryable(reply.get().words(), Duration.ZERO);
        }
        if (finalDotWritten) {
            return new Outcome.Ambiguous("no answer after the final dot");
        }
        return new Outcome.Retryable("the connection broke before the final dot: " + words(failed), Duration.ZERO);
    }

    /** A failure carries others; the one that is about the recipient says most. */
    private static Optional<Reply> replyIn(MessagingException failed) {
        Optional<Reply> found = Optional.empty();
        @Nullable Exception next = failed;
        while (next instanceof MessagingException current) {
            if (current instanceof SMTPAddressFailedException address) {
                return Optional.of(new Reply(address.getReturnCode(), words(address), true));
            }
            if (current instanceof SMTPSendFailedException send && found.isEmpty()) {
                found = Optional.of(new Reply(send.getReturnCode(), words(send), false));
            }
            if (current instanceof SMTPSenderFailedException sender && found.isEmpty()) {
                found = Optional.of(new Reply(sender.getReturnCode(), words(sender), false));
            }
            next = current.getNextException();
        }
        return found;
    }

    private static String words(MessagingException failed) {
        return Addresses.withoutAddresses(String.valueOf(failed.getMessage()));
    }

    private record Reply(int code, String words, boolean aboutRecipient) {
        private boolean saysNoSuchMailbox() {
            return aboutRecipient && NO_SUCH_MAILBOX.matcher(words).find();
        }
    }
}
