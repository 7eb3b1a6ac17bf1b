package dev.sendero.connectors.email;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why a server did not take a mail (RFC 3463, 2).
 *
 * @param permanence 2 success, 4 for now, 5 for good
 * @param subject what it is about
 * @param detail what about it
 */
record EnhancedStatus(int permanence, int subject, int detail) {

    private static final Pattern STATUS = Pattern.compile("\\b([245])\\.(\\d{1,3})\\.(\\d{1,3})\\b");

    private static final int ADDRESS = 1;
    private static final int MAILBOX = 2;
    private static final int ROUTING = 4;
    private static final int POLICY = 7;

    /** Other, no such mailbox, no such host, bad syntax, moved, null MX. The rest of them is about the sender. */
    private static final Set<Integer> BAD_RECIPIENT = Set.of(0, 1, 2, 3, 6, 10);

    private static final int DISABLED = 1;
    private static final int NO_ROUTE = 4;

    /** Greylists say 4.7.1 to each recipient whom they see for the first time. */
    private static final int NOT_AUTHORIZED = 1;

    /** RFC 7293: the mailbox has another owner now, which tells nothing of its neighbours. */
    private static final int OWNER_HAS_CHANGED = 17;

    /** The first one in a text. */
    static Optional<EnhancedStatus> in(String text) {
        Matcher found = STATUS.matcher(text);
        return found.find()
                ? Optional.of(new EnhancedStatus(number(found, 1), number(found, 2), number(found, 3)))
                : Optional.empty();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }

    boolean isPermanent() {
        return permanence == 5;
    }

    /** Whether it tells no more than its permanence. */
    boolean isVague() {
        return subject == 0 && detail == 0;
    }

    boolean saysNoSuchMailbox() {
        return isPermanent() && subject == ADDRESS && detail == 1;
    }

    /** Whether nothing will ever arrive there: a hard bounce. A full mailbox, a policy or a large text is none. */
    boolean saysDeadAddress() {
        return isPermanent()
                && (isVague()
                        || (subject == ADDRESS && BAD_RECIPIENT.contains(detail))
                        || (subject == MAILBOX && detail == DISABLED)
                        || (subject == ROUTING && detail == NO_ROUTE));
    }

    /** Whether a domain will not take our mail for now, whoever it is for: 4.7.z about who we are, 5.7.z about policy. */
    boolean refusesUs() {
        return subject == POLICY && (isPermanent() ? detail != OWNER_HAS_CHANGED : detail != NOT_AUTHORIZED);
    }

    @Override
    public String toString() {
        return permanence + "." + subject + "." + detail;
    }
}
