package dev.sendero.core.state;

/**
 * When something comes next by the calendar, as it was worked out last: it stays so until it has come, or the calendar or
 * the profile is another. Not written down, since it can be worked out again.
 *
 * @param calendar the one for which it was worked out; told by identity
 * @param profile likewise
 * @param at milliseconds since 1970; {@link Deadline#NEVER} for never
 */
public record ComingOccasion(Object calendar, Profile profile, long at) {

    /** Holds for no calendar. */
    static final ComingOccasion UNKNOWN = new ComingOccasion(new Object(), Profile.EMPTY, Deadline.NEVER);

    /** @param from the customer's time, milliseconds since 1970, from which on something may come */
    @SuppressWarnings("ReferenceEquality") // Another profile is another object; to compare two would take longer.
    public boolean holds(Object otherCalendar, Profile otherProfile, long from) {
        return calendar == otherCalendar && profile == otherProfile && from <= at;
    }
}
