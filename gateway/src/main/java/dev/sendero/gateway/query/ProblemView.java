package dev.sendero.gateway.query;

import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.Problem;

/** A problem of the last save as the console shows it; see {@link Problem} and {@link Place} for the fields. */
public record ProblemView(
        String severity,
        String code,
        String file,
        int line,
        int column,
        int length,
        String message,
        String sourceLine,
        String hint) {

    static ProblemView of(Problem problem) {
        Place place = problem.place();
        return new ProblemView(
                problem.severity().word(),
                problem.code().slug(),
                place.file(),
                place.line(),
                place.column(),
                place.length(),
                problem.message(),
                problem.sourceLine(),
                problem.hint());
    }
}
