package dev.sendero.connectors.email;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A refusal of a mail server.
 *
 * @param code RFC 5321, 4.2: from 400 to 599
 * @param words what it said, without addresses
 * @param aboutRecipient whether it answered the command that names the recipient
 */
record SmtpReply(int code, String words, boolean aboutRecipient) {

    /** RFC 3463, 2: class, subject, detail. */
    private static final Pattern STATUS = Pattern.compile("\\b([45])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    /** RFC 4954, 6. */
    private static final Set<Integer> LOGIN_CODES = Set.of(530, 534, 535, 538);

    /** RFC 3463, 3.8: security or policy. */
    private static final int POLICY = 7;

    /** Greylists say 4.7.1 to each recipient whom they see for the first time. */
    private static final int NOT_AUTHORIZED = 1;

    /** RFC 7293: the mailbox has another owner now, which tells nothing of its neighbours. */
    private static final int OWNER_HAS_CHANGED = 17;

    boolean asksForLogin() {
        return LOGIN_CODES.contains(code);
    }

    /** RFC 3463, 3.2: bad destination mailbox address. */
    boolean saysNoSuchMailbox() {
        Matcher status = STATUS.matcher(words);
        return aboutRecipient && code >= 500 && status.find() && status.group().equals("5.1.1");
    }

    /** Whether the domain will not take our mail for now, whoever it is for: 4.7.z about who we are, 5.7.z about policy. */
    boolean refusesUs() {
        Matcher status = STATUS.matcher(words);
        if (!status.find() || Integer.parseInt(status.group(2)) != POLICY) {
            return false;
        }
        int detail = Integer.parseInt(status.group(3));
        return code >= 500 ? detail != OWNER_HAS_CHANGED : detail != NOT_AUTHORIZED;
    }
}
