package dev.sendero.rules.template.filter;

/** Markup that has been escaped where that was needed; it stands in an output as it is. */
public final class SafeText implements CharSequence {

    private final String markup;

    public SafeText(String markup) {
        this.markup = markup;
    }

    @Override
    public int length() {
        return markup.length();
    }

    @Override
    public char charAt(int index) {
        return markup.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return markup.subSequence(start, end);
    }

    /** Equal to a text of the same characters, so that templates can compare what they captured. */
    @Override
    @SuppressWarnings("EqualsUnsafeCast")
    public boolean equals(Object other) {
        return other instanceof CharSequence text && markup.contentEquals(text);
    }

    @Override
    public int hashCode() {
        return markup.hashCode();
    }

    @Override
    public String toString() {
        return markup;
    }
}
