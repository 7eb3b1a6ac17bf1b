package dev.sendero.rules.problem;

import java.util.Locale;

/** Whether a problem keeps a project from going live. */
public enum Severity {
    ERROR,
    WARNING;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
