package dev.sendero.rules.journey;

/** How many runs of one journey a customer may have at once: {@code runs}. */
public enum RunLimit {
    /** One per key of the journey's {@code per}. */
    ONE,
    ONE_PER_CUSTOMER,
    UNBOUNDED
}
