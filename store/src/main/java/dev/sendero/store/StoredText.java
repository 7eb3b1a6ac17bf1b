package dev.sendero.store;

/** Text from outside in the form that every database takes. */
public final class StoredText {

    private StoredText() {}

    /** PostgreSQL refuses the character U+0000; the replacement character stands for it. */
    public static String of(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }

    /** A pattern for {@code LIKE … ESCAPE '\'} that finds the text anywhere. */
    public static String containing(String text) {
        return "%" + of(text).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
