package dev.sendero.core.run;

import dev.sendero.rules.journey.JourneyState;

/** What a journey's state means for those who are inside or might enter. */
public enum Standing {
    /** People enter and runs go on. */
    LIVE,
    /** Nobody enters; runs wait. */
    WAITING,
    /** Nobody enters; runs leave. */
    ENDED;

    static Standing of(JourneyState state) {
        return switch (state) {
            case LIVE -> LIVE;
            case PAUSED, DRAFT -> WAITING;
            case ENDED -> ENDED;
        };
    }
}
