package dev.sendero.rules.journey;

/**
 * Which others end when one situation of a {@code cep} trigger is complete: {@code after_match}.
 *
 * @param stage the name of the stage that is skipped to; empty where the kind needs none
 */
public record AfterMatch(Kind kind, String stage) {

    /** How far is skipped. */
    public enum Kind {
        /** None end. */
        NO_SKIP,
        /** Those that began with the same event. */
        SKIP_TO_NEXT,
        /** Those that began before it was complete. */
        SKIP_PAST_LAST,
        /** Those that began before the first event of a stage. */
        SKIP_TO_FIRST,
        /** Those that began before the last event of a stage. */
        SKIP_TO_LAST
    }

    /** Every situation is one, as in a sequence. */
    public static final AfterMatch NO_SKIP = new AfterMatch(Kind.NO_SKIP, "");
}
