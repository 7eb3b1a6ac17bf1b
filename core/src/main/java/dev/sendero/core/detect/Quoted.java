package dev.sendero.core.detect;

/** Texts within texts. */
final class Quoted {

    private Quoted() {}

    /** In quotes, with those inside doubled. */
    static String text(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
