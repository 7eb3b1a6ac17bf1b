package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import java.util.ArrayList;
import java.util.List;

/** The origin of a plain or quoted value: undoes escapes, doubled quotes and folded lines (YAML 1.2.2, 7.3). */
final class FlowOrigin implements ScalarOrigin {

    private final CodePoints source;
    private final int from;
    private final int to;
    private final int quote;

    /**
     * @param from the index of the first code point inside quotes
     * @param to the index behind the last one inside quotes
     * @param quote {@code '}, {@code "} or 0
     */
    FlowOrigin(CodePoints source, int from, int to, int quote) {
        this.source = source;
        this.from = from;
        this.to = to;
        this.quote = quote;
    }

    @Override
    public Place placeOf(int offset, int length) {
        List<Integer> indexes = indexes();
        int first = indexes.get(Math.min(offset, indexes.size() - 1));
        int last = indexes.get(Math.min(offset + Math.max(1, length), indexes.size() - 1));
        return source.place(first, Math.max(1, last - first));
    }

    /** Of each code point of the value, and of its end, the index in the source. */
    private List<Integer> indexes() {
        var indexes = new ArrayList<Integer>();
        int index = from;
        while (index < to) {
            int blankEnd = endOfBlank(index);
            int breaks = breaksIn(index, blankEnd);
            if (breaks > 0) {
                for (int count = 0; count < Math.max(1, breaks - 1); count++) {
                    indexes.add(index);
                }
                index = blankEnd;
            } else if (quote == '"' && source.at(index) == '\\') {
                index = escaped(index, indexes);
            } else {
                indexes.add(index);
                index += quote == '\'' && source.at(index) == '\'' ? 2 : 1;
            }
        }
        indexes.add(to);
        return indexes;
    }

    private int escaped(int index, List<Integer> indexes) {
        int next = source.at(index + 1);
        if (next == '\n' || next == '\r') {
            return endOfBlank(index + 1);
        }
        indexes.add(index);
        return index
                + switch (next) {
                    case 'x' -> 4;
                    case 'u' -> 6;
                    case 'U' -> 10;
                    default -> 2;
                };
    }

    private int endOfBlank(int index) {
        int end = index;
        while (end < to && isBlank(source.at(end))) {
            end++;
        }
        return end;
    }

    private int breaksIn(int start, int end) {
        int breaks = 0;
        for (int index = start; index < end; index++) {
            boolean ends = source.at(index) == '\n' || source.at(index) == '\r' && source.at(index + 1) != '\n';
            breaks += ends ? 1 : 0;
        }
        return breaks;
    }

    private static boolean isBlank(int point) {
        return point == ' ' || point == '\t' || point == '\n' || point == '\r';
    }
}
