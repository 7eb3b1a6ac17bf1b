package dev.sendero.cli.project;

import dev.sendero.cli.terminal.Colour;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.problem.Severity;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shows problems on a terminal. */
public final class ProblemDisplay {

    private ProblemDisplay() {}

    /**
     * All problems, with an empty line between them and a summary after them; ends with a line end.
     *
     * @param paint colours a text where colours are shown
     */
    public static String show(List<Problem> problems, BiFunction<Colour, String, String> paint) {
        var text = new StringBuilder();
        for (Problem problem : problems) {
            text.append(coloured(problem, paint)).append('\n');
        }
        return text.append(summary(problems)).append('\n').toString();
    }

    /** For example {@code 2 errors, 1 warning}. */
    public static String summary(List<Problem> problems) {
        long errors = count(problems, Severity.ERROR);
        long warnings = count(problems, Severity.WARNING);
        if (errors == 0 && warnings == 0) {
            return "no problems";
        }
        if (errors == 0) {
            return counted(warnings, "warning");
        }
        return warnings == 0
                ? counted(errors, "error")
                : counted(errors, "error") + ", " + counted(warnings, "warning");
    }

    /** For example {@code 1 error} and {@code 2 errors}. */
    public static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }

    private static long count(List<Problem> problems, Severity severity) {
        return problems.stream()
                .filter(problem -> problem.severity() == severity)
                .count();
    }

    private static String coloured(Problem problem, BiFunction<Colour, String, String> paint) {
        Colour colour = problem.severity() == Severity.ERROR ? Colour.RED : Colour.YELLOW;
        String label = problem.severity().word() + "[" + problem.code().slug() + "]";
        String text = ProblemPrinter.print(problem)
                .replaceFirst(Pattern.quote(label), Matcher.quoteReplacement(paint.apply(colour, label)));
        if (problem.hint().isEmpty()) {
            return text;
        }
        int hint = text.lastIndexOf("\nhint:");
        return hint < 0
                ? text
                : text.substring(0, hint + 1) + paint.apply(Colour.CYAN, "hint:") + text.substring(hint + 6);
    }
}
