package dev.sendero.rules.journey;

/** What a journey's file says of its life. */
public enum JourneyState {
    /** Checked and tested, not run. */
    DRAFT,
    LIVE,
    /** Nobody enters; runs wait. */
    PAUSED,
    /** Nobody enters; runs leave. */
    ENDED
}
