package dev.sendero.rules.project;

import java.util.Set;

/**
 * Whether we hear of mail that is opened and of links that are followed. What belongs to no subscription group, such
 * as a receipt of an order, is never followed.
 *
 * @param opens whether a mail carries a picture that is fetched when it is opened
 * @param clicks whether links lead by way of the gateway
 * @param text whether those of the text alternative do too, where people see the addresses
 * @param groups whose messages are followed; empty for all subscription groups
 */
public record MailTracking(boolean opens, boolean clicks, boolean text, Set<String> groups) {

    public static final MailTracking OFF = new MailTracking(false, false, false, Set.of());
}
