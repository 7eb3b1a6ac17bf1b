package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import java.util.Arrays;

/** A file's text by code points, with the line and column of each. */
final class CodePoints {

    private final String path;
    private final int[] points;
    private final int[] lineStarts;

    CodePoints(String path, String text) {
        this.path = path;
        this.points = text.codePoints().toArray();
        this.lineStarts = lineStartsOf(points);
    }

    int length() {
        return points.length;
    }

    /** @return -1 behind the end */
    int at(int index) {
        return index >= 0 && index < points.length ? points[index] : -1;
    }

    String text(int from, int to) {
        int end = Math.min(to, points.length);
        int start = Math.min(from, end);
        return new String(points, start, end - start);
    }

    /** The place of {@code length} code points from an index on; of what is on one line. */
    Place place(int index, int length) {
        int found = Arrays.binarySearch(lineStarts, Math.min(index, points.length));
        int line = found >= 0 ? found : -found - 2;
        int end = Math.min(Math.min(index + length, points.length), endOfLine(line));
        return new Place(path, line + 1, index - lineStarts[line] + 1, Math.max(1, end - index));
    }

    /** The index of a line's first code point. @param line from 1 */
    int startOfLine(int line) {
        return lineStarts[Math.max(0, Math.min(line, lineStarts.length) - 1)];
    }

    private int endOfLine(int line) {
        int end = lineStarts[line];
        while (end < points.length && points[end] != '\n' && points[end] != '\r') {
            end++;
        }
        return end;
    }

    private static int[] lineStartsOf(int[] points) {
        var starts = new int[points.length + 1];
        int count = 1;
        for (int index = 0; index < points.length; index++) {
            boolean ends = points[index] == '\n'
                    || points[index] == '\r' && (index + 1 == points.length || points[index + 1] != '\n');
            if (ends) {
                starts[count++] = index + 1;
            }
        }
        return Arrays.copyOf(starts, count);
    }
}
