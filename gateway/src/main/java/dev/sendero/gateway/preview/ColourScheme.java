package dev.sendero.gateway.preview;

import java.util.regex.Pattern;

/** Light or dark, as mail programs show mail. */
enum ColourScheme {
    LIGHT("max-width: 0"),
    DARK("min-width: 0");

    private static final Pattern ASKS_FOR_DARK = Pattern.compile("prefers-color-scheme\\s*:\\s*dark");
    private static final Pattern ASKS_FOR_LIGHT = Pattern.compile("prefers-color-scheme\\s*:\\s*light");

    private final String answerToDark;

    ColourScheme(String answerToDark) {
        this.answerToDark = answerToDark;
    }

    static ColourScheme ofWord(String word) {
        return word.equals("dark") ? DARK : LIGHT;
    }

    /** Whether a mail brings colours of its own for the dark. Programs that darken mails themselves do it to the others. */
    static boolean isKnownTo(String html) {
        return ASKS_FOR_DARK.matcher(html).find();
    }

    /**
     * The mail as if the program were in this scheme, whatever the browser is in: what asks for a scheme asks for a
     * width instead that is always, or never, there.
     */
    String shown(String html) {
        String answerToLight = this == LIGHT ? DARK.answerToDark : LIGHT.answerToDark;
        String answered = ASKS_FOR_DARK.matcher(html).replaceAll(answerToDark);
        return ASKS_FOR_LIGHT.matcher(answered).replaceAll(answerToLight);
    }
}
