package dev.sendero.courier;

/** What to do with a message that may or may not have been sent, on a channel whose provider does not recognise repeats. */
public enum OnDoubt {
    /** Send it again: some customers may get it twice. */
    RESEND,
    /** Leave it in doubt and list it: some customers may not get it. */
    HOLD
}
