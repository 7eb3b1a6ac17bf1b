package dev.sendero.connectors.email;

import java.util.Set;

/**
 * What we want to hear of mail that people read.
 *
 * @param opens whether a mail carries a picture that is fetched when it is opened
 * @param clicks whether the links of the HTML lead by way of the gateway
 * @param text whether those of the text alternative do too, where people see the addresses
 * @param groups whose messages are followed; empty for all subscription groups
 */
public record TrackingSettings(boolean opens, boolean clicks, boolean text, Set<String> groups) {

    public boolean isOff() {
        return !opens && !clicks && !text;
    }

    boolean include(String group) {
        return groups.isEmpty() || groups.contains(group);
    }
}
