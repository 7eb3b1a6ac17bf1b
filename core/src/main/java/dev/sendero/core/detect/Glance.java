package dev.sendero.core.detect;

/** What a first look at an event has come to. */
public enum Glance {
    /** It changes nothing. */
    NOTHING,
    /** It has changed something, and that is all. */
    ALL_APPLIED,
    /** It has to be applied. */
    NOT_ALL
}
