package dev.sendero.rules.expression.cel;

/** A source by code points, to find what stands at an offset. */
final class SourceText {

    /** What an issue underlines. */
    record Span(int offset, int length) {}

    private final int[] codePoints;

    SourceText(String source) {
        this.codePoints = source.codePoints().toArray();
    }

    int length() {
        return codePoints.length;
    }

    /** The word, the text in quotes or the operator that begins at an offset; a dot or a bracket leads to what follows. */
    Span at(int offset) {
        int start = within(offset);
        if (isOneOf(start, ".[")) {
            int next = skipSpaces(start + 1);
            start = next < codePoints.length ? next : start;
        }
        return exactlyAt(start);
    }

    /** The word, the text in quotes, the operator or the single character that begins at an offset. */
    Span exactlyAt(int offset) {
        int start = within(offset);
        return new Span(start, Math.max(1, end(start) - start));
    }

    /** The name of the function whose opening bracket stands at an offset. */
    Span callBefore(int bracket) {
        int end = bracket;
        while (end > 0 && Character.isWhitespace(codePoints[end - 1])) {
            end--;
        }
        int start = end;
        while (start > 0 && isWord(codePoints[start - 1])) {
            start--;
        }
        return start == end ? at(bracket) : new Span(start, end - start);
    }

    String text(Span span) {
        int length = Math.min(span.length(), codePoints.length - span.offset());
        return length <= 0 ? "" : new String(codePoints, span.offset(), length);
    }

    private int within(int offset) {
        return Math.min(Math.max(offset, 0), Math.max(codePoints.length - 1, 0));
    }

    private int end(int start) {
        if (start >= codePoints.length) {
            return start;
        }
        int first = codePoints[start];
        if (first == '"' || first == '\'') {
            return endOfQuoted(start, first);
        }
        int end = start;
        if (isWord(first)) {
            boolean number = Character.isDigit(first);
            while (end < codePoints.length && (isWord(codePoints[end]) || (number && codePoints[end] == '.'))) {
                end++;
            }
            return end;
        }
        while (end < codePoints.length && isOneOf(end, "=!<>&|")) {
            end++;
        }
        return Math.max(end, start + 1);
    }

    private int endOfQuoted(int start, int quote) {
        for (int index = start + 1; index < codePoints.length; index++) {
            if (codePoints[index] == '\\') {
                index++;
            } else if (codePoints[index] == quote) {
                return index + 1;
            }
        }
        return codePoints.length;
    }

    private int skipSpaces(int from) {
        int index = from;
        while (index < codePoints.length && Character.isWhitespace(codePoints[index])) {
            index++;
        }
        return index;
    }

    private boolean isOneOf(int index, String characters) {
        return index < codePoints.length && characters.indexOf(codePoints[index]) >= 0;
    }

    private static boolean isWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint) || codePoint == '_';
    }
}
