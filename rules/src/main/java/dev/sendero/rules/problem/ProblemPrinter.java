package dev.sendero.rules.problem;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Writes problems for people: place, code, message, the line with a caret under the place, hint. */
public final class ProblemPrinter {

    private static final String MARGIN = "   | ";

    /** Code points of a source line that are shown; of a longer one, what is around the place. */
    private static final int MAX_SHOWN = 160;

    private ProblemPrinter() {}

    /** One problem; ends with a line end. */
    public static String print(Problem problem) {
        Place place = problem.place();
        var text = new StringBuilder();
        text.append(printable(place.file() + ":" + place.line() + ":" + place.column() + ": "));
        text.append(problem.severity().word())
                .append('[')
                .append(problem.code().slug())
                .append("]: ");
        text.append(printable(problem.message())).append('\n');
        if (!problem.sourceLine().isBlank()) {
            appendSnippet(text, problem.sourceLine(), place.column());
        }
        if (!problem.hint().isEmpty()) {
            text.append("hint: ").append(printable(problem.hint())).append('\n');
        }
        return text.toString();
    }

    /** Problems with an empty line between them. */
    public static String print(List<Problem> problems) {
        return problems.stream().map(ProblemPrinter::print).collect(Collectors.joining("\n"));
    }

    private static void appendSnippet(StringBuilder text, String sourceLine, int column) {
        int[] points = sourceLine.stripTrailing().codePoints().toArray();
        int from = Math.max(0, Math.min(column - 1 - MAX_SHOWN / 2, points.length - MAX_SHOWN));
        int to = Math.min(points.length, from + MAX_SHOWN);
        String before = from > 0 ? "…" : "";
        String after = to < points.length ? "…" : "";
        int[] shown = Arrays.copyOfRange(points, from, to);
        text.append(MARGIN).append(before).append(printable(new String(shown, 0, shown.length)));
        text.append(after).append('\n');
        text.append(MARGIN).append(" ".repeat(before.length()));
        appendPadding(text, shown, column - 1 - from);
        text.append("^\n");
    }

    /** As wide as the text before the caret is on a terminal; a tab stays a tab, so that both lines jump alike. */
    private static void appendPadding(StringBuilder text, int[] shown, int columns) {
        for (int index = 0; index < columns; index++) {
            if (index >= shown.length) {
                text.append(' ');
            } else if (shown[index] == '\t') {
                text.append('\t');
            } else {
                text.append(" ".repeat(CharacterWidth.of(shown[index])));
            }
        }
    }

    /** Without characters that would steer a terminal. */
    private static String printable(String text) {
        return text.codePoints()
                .map(point -> Character.isISOControl(point) && point != '\t' && point != '\n' ? '\uFFFD' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
