package dev.sendero.rules.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What to do with a message that may or may not have been sent, on a channel whose provider neither recognises repeats
 * nor can tell.
 */
public enum OnDoubt {
    /** Leave it in doubt and list it: some customers may not get it. */
    HOLD,
    /** Send it again: some customers may get it twice. */
    RESEND;

    /** As people write them. */
    public static final List<String> WORDS =
            Arrays.stream(values()).map(OnDoubt::word).toList();

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<OnDoubt> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findFirst();
    }
}
