package dev.sendero.store.ledger;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What has become of a message so far. */
public enum MessageState {
    /** Written down, not tried yet. */
    PLANNED,
    /** To be tried again, or later. */
    WAITING,
    /** Somebody is calling the provider, or was when last heard of. */
    CLAIMED,
    SENT,
    FAILED,
    /** The provider was called, and nobody knows what it did. */
    IN_DOUBT,
    /** Its time had passed before it was sent. */
    EXPIRED,
    /** Nothing is sent to its address. */
    SUPPRESSED,
    /** Its run ended before it was claimed, or its customer has been erased. */
    CANCELLED,
    /** What was allowed when it was decided was no longer allowed when it was claimed. */
    SKIPPED,
    /** Somebody has decided that it is not to be sent. */
    DROPPED;

    /** As in the store and in JSON: lower case. */
    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such state */
    @JsonCreator
    public static MessageState ofWireName(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
