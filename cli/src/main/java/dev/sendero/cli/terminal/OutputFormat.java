package dev.sendero.cli.terminal;

import java.util.Locale;

/** How a command writes its result: {@code --format}. */
public enum OutputFormat {
    /** For people. */
    TEXT,
    /** For machines: one object with a versioned {@code format}. */
    JSON;

    /** As in the command line, and as picocli shows it in help and errors. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
