package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.Severity;
import dev.sendero.rules.problem.SourceFile;
import java.util.List;

/** Finds values that YAML reads without complaint, but not as they were meant, and reads them as they were meant. */
final class EntryTraps {

    private final CodePoints points;
    private final SourceFile source;
    private final List<Problem> problems;

    EntryTraps(CodePoints points, SourceFile source, List<Problem> problems) {
        this.points = points;
        this.source = source;
        this.problems = problems;
    }

    /** Whether an entry of a flow mapping is only the rest of the value before it: {@code { where: f(a, b) }}. */
    boolean splitsValue(List<YamlMapping.Entry> before, YamlScalar key, int keyEnd, YamlNode value) {
        return !before.isEmpty()
                && before.get(before.size() - 1).value() instanceof YamlScalar last
                && last.plain()
                && !last.text().isEmpty()
                && value instanceof YamlScalar scalar
                && scalar.plain()
                && scalar.text().isEmpty()
                && key.place().line() == last.place().line()
                && points.place(keyEnd, 1).line() == last.place().line()
                && points.at(afterSpaces(keyEnd)) != ':';
    }

    /** Gives the last entry the whole value. @param end the index behind the value */
    void rejoin(List<YamlMapping.Entry> entries, int end) {
        YamlMapping.Entry split = entries.remove(entries.size() - 1);
        Place place = split.value().place();
        int lineStart = points.startOfLine(place.line());
        int from = lineStart + place.column() - 1;
        String text = points.text(from, end);
        String line = source.line(place.line());
        String before = points.text(lineStart, from);
        String corrected = before + LineRepair.quoted(text) + line.substring(before.length() + text.length());
        problems.removeIf(problem -> problem.code() == ProblemCode.YAML_TRAP
                && problem.place().line() == place.line()
                && problem.place().column() == place.column());
        trap(points.place(from, end - from), "a ',' ends a value between braces unless it is in quotes", corrected);
        entries.add(new YamlMapping.Entry(split.key(), plainText(from, end)));
    }

    /** The value as it was meant where it is nothing because of a {@code #}: {@code channel: #vip}. */
    YamlNode withoutComment(int keyEnd, YamlNode value) {
        int colon = afterSpaces(keyEnd);
        int hash = points.at(colon) == ':' ? afterSpaces(colon + 1) : -1;
        boolean lost = value instanceof YamlScalar scalar
                && scalar.plain()
                && scalar.text().isEmpty()
                && points.at(hash) == '#'
                && points.at(hash + 1) > ' ';
        if (!lost) {
            return value;
        }
        Place place = points.place(hash, Integer.MAX_VALUE / 2);
        int end = hash + place.length();
        String text = points.text(hash, end).stripTrailing();
        String before = points.text(points.startOfLine(place.line()), hash);
        trap(place, "'#' begins a comment, so there is no value here", before + LineRepair.quoted(text));
        return plainText(hash, hash + text.codePointCount(0, text.length()));
    }

    private YamlScalar plainText(int from, int to) {
        return new YamlScalar(
                points.place(from, to - from), points.text(from, to), false, new FlowOrigin(points, from, to, 0));
    }

    private int afterSpaces(int index) {
        int next = index;
        while (points.at(next) == ' ' || points.at(next) == '\t') {
            next++;
        }
        return next;
    }

    private void trap(Place place, String message, String corrected) {
        problems.add(new Problem(ProblemCode.YAML_TRAP, Severity.ERROR, place, message, "", corrected.strip()));
    }
}
