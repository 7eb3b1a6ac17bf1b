package dev.sendero.cli.diff;

import java.util.Locale;

/** How a message differs between two versions of a project. A message may differ in its time and in what it says. */
enum Kind {
    ADDED,
    REMOVED,
    EARLIER,
    LATER,
    OTHER_TEXT;

    /** As files say it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As people say it. */
    String words() {
        return wireName().replace('_', ' ');
    }

    /** As it stands over a column. */
    String title() {
        return words().substring(0, 1).toUpperCase(Locale.ROOT) + words().substring(1);
    }
}
