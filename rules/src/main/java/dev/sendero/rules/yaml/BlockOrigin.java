package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import java.util.ArrayList;
import java.util.List;

/** The origin of a value behind {@code |} or {@code >}: undoes indentation and folded lines (YAML 1.2.2, 8.1). */
final class BlockOrigin implements ScalarOrigin {

    private final CodePoints source;
    private final String value;
    private final int from;
    private final int to;

    /**
     * @param from the index of the {@code |} or {@code >}
     * @param to the index behind the value
     */
    BlockOrigin(CodePoints source, String value, int from, int to) {
        this.source = source;
        this.value = value;
        this.from = from;
        this.to = to;
    }

    @Override
    public Place placeOf(int offset, int length) {
        List<Integer> indexes = indexes();
        if (indexes.isEmpty()) {
            return source.place(from, 1);
        }
        int first = indexes.get(Math.min(offset, indexes.size() - 1));
        int last = indexes.get(Math.min(offset + Math.max(1, length) - 1, indexes.size() - 1));
        return source.place(first, Math.max(1, last - first + 1));
    }

    /** Of each code point of the value the index in the source: the value's lines are the source's, without indentation. */
    private List<Integer> indexes() {
        int[] points = value.codePoints().toArray();
        var indexes = new ArrayList<Integer>(points.length);
        int index = endOfLine(from) + 1;
        int indentation = indentationFrom(index);
        while (index < to && indexes.size() < points.length) {
            int end = endOfLine(index);
            int textEnd = source.at(end - 1) == '\r' ? end - 1 : end;
            for (int column = index + indentation; column < textEnd && indexes.size() < points.length; column++) {
                indexes.add(column);
            }
            if (indexes.size() < points.length && isLineEndOrFold(points[indexes.size()])) {
                indexes.add(Math.max(index, end - 1));
            }
            index = end + 1;
        }
        return indexes;
    }

    private static boolean isLineEndOrFold(int point) {
        return point == '\n' || point == ' ';
    }

    private int indentationFrom(int start) {
        for (int index = start; index < to; index = endOfLine(index) + 1) {
            int text = index;
            while (source.at(text) == ' ') {
                text++;
            }
            if (text < endOfLine(index) && source.at(text) != '\r') {
                return explicitIndentation(index, text - index);
            }
        }
        return 0;
    }

    /** With an indicator such as {@code |2}, spaces beyond it belong to the value: the value's first character tells. */
    private int explicitIndentation(int lineStart, int spaces) {
        int leading = 0;
        while (leading < value.length() && value.charAt(leading) == ' ') {
            leading++;
        }
        return source.at(lineStart) == ' ' ? Math.max(0, spaces - leading) : spaces;
    }

    private int endOfLine(int start) {
        int end = start;
        while (end < source.length() && source.at(end) != '\n') {
            end++;
        }
        return end;
    }
}
