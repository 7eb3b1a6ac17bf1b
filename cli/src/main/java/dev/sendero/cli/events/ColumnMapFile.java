package dev.sendero.cli.events;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.IoReason;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.yaml.YamlReader;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads a column map from its file. */
public final class ColumnMapFile {

    private ColumnMapFile() {}

    /** @throws CommandFailure when it cannot be read, with all that is wrong with it */
    public static ColumnMap read(Path file) {
        return parse(SourceFile.of(file.toString(), text(file)));
    }

    /** @throws CommandFailure when it cannot be understood, with all that is wrong with it */
    static ColumnMap parse(SourceFile source) {
        var findings = new Findings(source);
        Optional<ColumnMap> map = YamlReader.read(findings).flatMap(root -> new ColumnMapParser(findings).parse(root));
        if (map.isEmpty() || findings.hasErrors()) {
            throw CommandFailure.usage(
                    "the column map cannot be used\n\n"
                            + ProblemPrinter.print(inOrder(findings.problems())).stripTrailing(),
                    "");
        }
        return map.get();
    }

    private static List<Problem> inOrder(List<Problem> problems) {
        return problems.stream()
                .sorted(Comparator.comparingInt(
                                (Problem problem) -> problem.place().line())
                        .thenComparingInt(problem -> problem.place().column()))
                .toList();
    }

    private static String text(Path file) {
        if (!Files.exists(file)) {
            throw CommandFailure.usage(file + ": no such file", "--map names a file that says what the columns mean");
        }
        try {
            return Files.readString(file);
        } catch (MalformedInputException notText) {
            throw CommandFailure.usage(file + ": the file is not text in UTF-8", "save it in the encoding UTF-8")
                    .causedBy(notText);
        } catch (IOException unreadable) {
            throw CommandFailure.usage(
                            file + ": cannot be read: " + IoReason.of(unreadable), "look at it: ls -l " + file)
                    .causedBy(unreadable);
        }
    }
}
