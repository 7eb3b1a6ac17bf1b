package dev.sendero.cli.report;

import java.util.Locale;

/** Words and numbers as HTML has them. */
public final class Html {

    private Html() {}

    /** Text that means itself, between tags and in attributes with double quotes. */
    public static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** @param share 0 to 1 */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", share * 100);
    }

    /** A length or a place in a drawing. */
    public static String length(double pixels) {
        return String.format(Locale.ROOT, "%.1f", pixels);
    }

    public static String cell(String text) {
        return "<td>" + text(text) + "</td>";
    }

    public static String numberCell(long number) {
        return "<td class=\"n\">" + (number == 0 ? "–" : number(number)) + "</td>";
    }

    /** As much of a text as fits, and the sign that there is more. */
    public static String shortened(String text, int characters) {
        return text.codePointCount(0, text.length()) <= characters
                ? text
                : text.substring(0, text.offsetByCodePoints(0, characters - 1)).strip() + "…";
    }
}
