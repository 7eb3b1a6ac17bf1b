package dev.sendero.connectors.email;

import java.util.Set;

/**
 * A refusal of a mail server.
 *
 * @param code RFC 5321, 4.2: from 400 to 599
 * @param words what it said, without addresses
 * @param aboutRecipient whether it answered the command that names the recipient
 */
record SmtpReply(int code, String words, boolean aboutRecipient) {

    /** RFC 4954, 6. */
    private static final Set<Integer> LOGIN_CODES = Set.of(530, 534, 535, 538);

    boolean asksForLogin() {
        return LOGIN_CODES.contains(code);
    }

    boolean saysNoSuchMailbox() {
        return aboutRecipient
                && EnhancedStatus.in(words)
                        .filter(EnhancedStatus::saysNoSuchMailbox)
                        .isPresent();
    }

    /** Whether the domain will not take our mail for now, whoever it is for. */
    boolean refusesUs() {
        return EnhancedStatus.in(words).filter(EnhancedStatus::refusesUs).isPresent();
    }
}
