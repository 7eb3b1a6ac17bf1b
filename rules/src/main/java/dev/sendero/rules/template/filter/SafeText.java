package dev.sendero.rules.template.filter;

/** HTML that has been escaped where that was needed; it stands in an output as it is. */
public final class SafeText implements CharSequence {

    private final String html;

    public SafeText(String html) {
        this.html = html;
    }

    /** Escapes what HTML gives a meaning to, in texts and in quoted attributes. */
    public static SafeText escaping(CharSequence text) {
        if (text instanceof SafeText safe) {
            return safe;
        }
        var escaped = new StringBuilder(text.length() + 16);
        for (int index = 0; index < text.length(); index++) {
            char character = text.charAt(index);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return new SafeText(escaped.toString());
    }

    @Override
    public int length() {
        return html.length();
    }

    @Override
    public char charAt(int index) {
        return html.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return html.subSequence(start, end);
    }

    /** Equal to a text of the same characters, so that templates can compare what they captured. */
    @Override
    @SuppressWarnings("EqualsUnsafeCast")
    public boolean equals(Object other) {
        return other instanceof CharSequence text && html.contentEquals(text);
    }

    @Override
    public int hashCode() {
        return html.hashCode();
    }

    @Override
    public String toString() {
        return html;
    }
}
