package dev.sendero.core;

/** What an event may do. */
public enum Admission {
    ALL,
    /** Too old when it was received: it updates the profile and cancels, but starts nothing. */
    PROFILE_ONLY
}
