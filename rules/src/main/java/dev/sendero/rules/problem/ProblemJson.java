package dev.sendero.rules.problem;

import dev.sendero.api.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Problems for machines; places in code points from 1. */
public final class ProblemJson {

    /** The name and version of the shape. It changes when a reader of the old one would misunderstand the new one. */
    public static final String FORMAT = "sendero.validate/1";

    private ProblemJson() {}

    /** One object: {@code format} and {@code problems}, in the order given. */
    public static String write(List<Problem> problems) {
        var report =
                new Report(FORMAT, problems.stream().map(ProblemJson::lineOf).toList());
        return new String(WireJson.write(report), StandardCharsets.UTF_8);
    }

    private static Line lineOf(Problem problem) {
        return new Line(
                problem.code().slug(),
                problem.severity().word(),
                problem.place().file(),
                problem.place().line(),
                problem.place().column(),
                problem.place().length(),
                problem.message(),
                problem.sourceLine(),
                problem.hint());
    }

    record Report(String format, List<Line> problems) {}

    record Line(
            String code,
            String severity,
            String file,
            int line,
            int column,
            int length,
            String message,
            String source,
            String hint) {}
}
