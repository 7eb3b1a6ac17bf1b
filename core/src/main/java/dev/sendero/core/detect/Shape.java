package dev.sendero.core.detect;

import dev.sendero.core.state.Partial;
import java.util.List;

/** What some journeys have in common in their triggers, and these journeys. Immutable. */
sealed interface Shape permits SequenceShape, SilenceShape {

    /** Returned by {@link #due} for a partial situation that cannot be complete for any journey. */
    long HOPELESS = Long.MIN_VALUE;

    long id();

    TriggerForm form();

    List<Member> members();

    /** Whether these are its members, in this order. */
    default boolean isOf(List<Member> others) {
        return members().equals(others);
    }

    Place place(int item);

    /** Whether something that has begun may still be complete for a member. */
    boolean mayComplete(Member member, Partial partial);

    /** When a partial situation is due, milliseconds since 1970, {@link #HOPELESS} when it is to be dropped. */
    long due(Partial partial);
}
