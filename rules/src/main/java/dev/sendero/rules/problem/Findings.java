package dev.sendero.rules.problem;

import java.util.ArrayList;
import java.util.List;

/** Collects the problems of one file while it is read, so that reading never stops at the first. */
public final class Findings {

    private final SourceFile source;
    private final List<Problem> problems = new ArrayList<>();

    public Findings(SourceFile source) {
        this.source = source;
    }

    public SourceFile source() {
        return source;
    }

    /** @param hint what to do instead; empty when there is nothing to add */
    public void error(ProblemCode code, Place place, String message, String hint) {
        add(code, Severity.ERROR, place, message, hint);
    }

    /** @param hint what to do instead; empty when there is nothing to add */
    public void warning(ProblemCode code, Place place, String message, String hint) {
        add(code, Severity.WARNING, place, message, hint);
    }

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /** In the order in which they were found. */
    public List<Problem> problems() {
        return List.copyOf(problems);
    }

    private void add(ProblemCode code, Severity severity, Place place, String message, String hint) {
        problems.add(new Problem(code, severity, place, message, source.line(place.line()), hint));
    }
}
