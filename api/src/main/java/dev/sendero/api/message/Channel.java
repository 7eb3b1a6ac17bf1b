package dev.sendero.api.message;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** The ways in which Sendero reaches somebody or something. */
public enum Channel {
    EMAIL("Email", true),
    SMS("SMS", true),
    PUSH("Push", true),
    SLACK("Slack", false),
    CRM("CRM", false),
    WEBHOOK("Webhook", false);

    private static final Pattern BETWEEN_DIGITS = Pattern.compile("[\\s\\u00a0().\\-]+");

    private final String title;
    private final boolean reachesCustomer;

    Channel(String title, boolean reachesCustomer) {
        this.title = title;
        this.reachesCustomer = reachesCustomer;
    }

    /** As people write it, and as it stands in the names of receipts. */
    public String title() {
        return title;
    }

    /** Whether consent, caps and quiet hours apply: true for messages to a customer, false for actions. */
    public boolean reachesCustomer() {
        return reachesCustomer;
    }

    /** As in journey files and in JSON: lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Equal for addresses that reach the same: case and blanks around them do not count, nor how the digits of a number are grouped. */
    public String comparable(String address) {
        String stripped = address.strip().toLowerCase(Locale.ROOT);
        return this == SMS ? BETWEEN_DIGITS.matcher(stripped).replaceAll("") : stripped;
    }

    /** @throws IllegalArgumentException when there is no such channel */
    @JsonCreator
    public static Channel ofWireName(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
