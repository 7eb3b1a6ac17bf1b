package dev.sendero.rules.template;

/** A source by code points, as the parser counts and as issues are placed. */
final class CodePoints {

    private final int[] codePoints;

    CodePoints(String source) {
        this.codePoints = source.codePoints().toArray();
    }

    int length() {
        return codePoints.length;
    }

    /** @param line from 1
     * @param column from 0 */
    int offset(int line, int column) {
        int offset = 0;
        for (int remaining = line - 1; remaining > 0 && offset < codePoints.length; offset++) {
            if (codePoints[offset] == '\n') {
                remaining--;
            }
        }
        return Math.min(offset + column, codePoints.length);
    }

    String text(int from, int to) {
        return new String(codePoints, from, Math.max(0, Math.min(to, codePoints.length) - from));
    }

    /** Where a text begins, from an offset on; -1 when it does not come. */
    int indexOf(String text, int from) {
        int[] wanted = text.codePoints().toArray();
        for (int start = from; start + wanted.length <= codePoints.length; start++) {
            if (standsAt(wanted, start)) {
                return start;
            }
        }
        return -1;
    }

    /** Where a text last begins at or before an offset; -1 when it does not. */
    int lastIndexOf(String text, int from) {
        int[] wanted = text.codePoints().toArray();
        for (int start = Math.min(from, codePoints.length - wanted.length); start >= 0; start--) {
            if (standsAt(wanted, start)) {
                return start;
            }
        }
        return -1;
    }

    /** The offset after the word that begins at an offset. */
    int endOfWord(int from) {
        int end = from;
        while (end < codePoints.length && (Character.isLetterOrDigit(codePoints[end]) || codePoints[end] == '_')) {
            end++;
        }
        return Math.max(end, Math.min(from + 1, codePoints.length));
    }

    private boolean standsAt(int[] wanted, int start) {
        for (int index = 0; index < wanted.length; index++) {
            if (codePoints[start + index] != wanted[index]) {
                return false;
            }
        }
        return true;
    }
}
