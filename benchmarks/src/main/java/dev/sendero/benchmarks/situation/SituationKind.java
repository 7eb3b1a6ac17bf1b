package dev.sendero.benchmarks.situation;

/** The kinds of triggers that the language has. Ten journeys in a row have one of each. */
public enum SituationKind {
    ABSENCE_AT_THE_END,
    ONE_EVENT,
    TWO_EVENTS,
    THREE_EVENTS,
    ANY_OF,
    TIMES,
    ABSENCE_IN_THE_MIDDLE,
    CAPTURED,
    PER,
    INACTIVE
}
