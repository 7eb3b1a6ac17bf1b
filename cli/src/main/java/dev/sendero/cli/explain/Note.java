package dev.sendero.cli.explain;

import java.util.Locale;
import java.util.Map;

/**
 * One thing that an input brought about.
 *
 * @param journey empty for what is not about one
 * @param key what the journey's {@code per} found; empty without it
 * @param text for people
 * @param details for machines, by name: texts, numbers, lists and maps of these
 */
record Note(Kind kind, String journey, String key, String text, Map<String, Object> details) {

    /** What a note is about. */
    enum Kind {
        /** The profile has changed. */
        PROFILE,
        /** A situation has begun, gone on or ended, or an event did not count for it. */
        PATTERN,
        /** A journey has decided something. */
        DECISION,
        /** Something will happen at a time, or will not any more. */
        TIMER,
        /** What became of a message. */
        DELIVERY;

        String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
