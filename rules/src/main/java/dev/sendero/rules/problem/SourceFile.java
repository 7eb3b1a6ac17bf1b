package dev.sendero.rules.problem;

import java.util.List;

/**
 * The text of a file, for places and for the lines that problems show.
 *
 * @param path relative to the project, with forward slashes
 * @param lines the text's lines without their ends; at least one
 */
public record SourceFile(String path, String text, List<String> lines) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    public static SourceFile of(String path, String text) {
        String clean = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        return new SourceFile(path, clean, List.of(clean.split("\r\n|\r|\n", -1)));
    }

    /** A line as it stands in the file; empty when there is none. @param number from 1 */
    public String line(int number) {
        return number >= 1 && number <= lines.size() ? lines.get(number - 1) : "";
    }

    /**
     * @param offset in code points from the text's beginning, from 0
     * @param length in code points
     */
    public Place place(int offset, int length) {
        int left = offset;
        int from = 0;
        for (int number = 1; ; number++) {
            int lineLength = line(number).codePointCount(0, line(number).length());
            if (left <= lineLength || number >= lines.size()) {
                int column = Math.min(left, lineLength);
                return new Place(path, number, column + 1, Math.max(1, Math.min(length, lineLength - column)));
            }
            from += line(number).length();
            int lineEnd = text.startsWith("\r\n", from) ? 2 : 1;
            from += lineEnd;
            left -= lineLength + lineEnd;
        }
    }

    public Place start() {
        return Place.startOf(path);
    }
}
