package dev.sendero.api.fact;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a line of the journey log can say. */
public enum FactType {
    ENTERED,
    HELD_OUT,
    /** A run reached a step; {@code arm} names the arm that a branch, split or wait took. */
    STEP,
    MESSAGE_REQUESTED,
    MESSAGE_SKIPPED,
    /** A message that was requested is not sent after all; {@code reason} says why. */
    MESSAGE_CANCELLED,
    CONVERTED,
    /** A run was taken out early; {@code reason} says by what. */
    EXITED,
    COMPLETED,
    /** A situation was recognised, but the customer did not enter; {@code reason} says why. */
    NOT_ENTERED,
    /** As much was kept of the customer as may be, so the oldest of a kind gave way; {@code reason} says of which. */
    BOUND_REACHED,
    /** A run goes on in the newest version; {@code step} is where it rests, {@code reason} the version it leaves. */
    MIGRATED,
    /** A run could not go on in the newest version and finishes its own; {@code reason} says why. */
    NOT_MIGRATED,
    /** A version of a journey took effect; without a customer or a run. */
    PUBLISHED,
    /** A running job begins to keep a computed trait; {@code reason} names it and says what is missing in it. */
    TRAIT_NEW;

    @JsonValue
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException when there is no such type */
    @JsonCreator
    public static FactType ofWireName(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
