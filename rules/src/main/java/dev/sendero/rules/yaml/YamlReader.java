package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads YAML 1.2. Where the text falls into one of YAML's traps, the problem shows the line as it was meant, and reading
 * goes on with that line, so that what is wrong behind it is found too.
 */
public final class YamlReader {

    /** Repairs in one file; who needs more has other problems. */
    private static final int MAX_REPAIRS = 20;

    /** Characters up to which a file is read again and again to find repairs. */
    private static final int MAX_REPAIRED_LENGTH = 100_000;

    private final Findings findings;
    private final List<String> lines;

    private YamlReader(Findings findings) {
        this.findings = findings;
        this.lines = new ArrayList<>(findings.source().lines());
    }

    /** The file's value; a mapping without entries for a file without one; empty when it cannot be read. */
    public static Optional<YamlNode> read(Findings findings) {
        return new YamlReader(findings).readRepairing();
    }

    private Optional<YamlNode> readRepairing() {
        String path = findings.source().path();
        Attempt attempt = TreeBuilder.attempt(path, findings.source().text());
        for (int repairs = 0; attempt.failure().isPresent(); repairs++) {
            YamlFailure failure = attempt.failure().get();
            Optional<Repaired> repaired = repairs < MAX_REPAIRS ? repair(failure) : Optional.empty();
            if (repaired.isEmpty()) {
                report(attempt.problems());
                findings.error(ProblemCode.YAML_SYNTAX, failure.place(), failure.message(), failure.hint());
                return Optional.empty();
            }
            attempt = repaired.get().attempt();
        }
        report(attempt.problems());
        return Optional.of(attempt.root());
    }

    private void report(List<Problem> problems) {
        for (Problem problem : problems) {
            findings.error(problem.code(), problem.place(), problem.message(), problem.hint());
        }
    }

    /** Tries corrections of the lines that a failure may come from; the first that helps is kept and reported. */
    private Optional<Repaired> repair(YamlFailure failure) {
        if (findings.source().text().length() > MAX_REPAIRED_LENGTH) {
            return Optional.empty();
        }
        for (int line : failure.suspects()) {
            if (line < 1 || line > lines.size()) {
                continue;
            }
            String original = lines.get(line - 1);
            for (LineRepair repair : LineRepair.of(original)) {
                lines.set(line - 1, repair.corrected());
                Attempt attempt = TreeBuilder.attempt(findings.source().path(), String.join("\n", lines));
                if (attempt.failure().isEmpty()
                        || failure.isBefore(attempt.failure().get())) {
                    findings.error(
                            ProblemCode.YAML_TRAP,
                            repair.place(findings.source().path(), line),
                            repair.message(),
                            repair.hint());
                    return Optional.of(new Repaired(attempt));
                }
                lines.set(line - 1, original);
            }
        }
        return Optional.empty();
    }

    private record Repaired(Attempt attempt) {}

    /**
     * One try to read a text.
     *
     * @param problems what was found besides a failure
     */
    record Attempt(Optional<YamlFailure> failure, YamlNode root, List<Problem> problems) {

        static Attempt failed(SourceFile source, YamlFailure failure, List<Problem> problems) {
            return new Attempt(Optional.of(failure), new YamlMapping(source.start(), List.of()), problems);
        }
    }
}
