package dev.sendero.rules.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.problem.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every folder of {@code problems} is an example of the problem that it is named after: a journey {@code bad.yaml} in
 * the project {@code base}, or a whole {@code project}; and {@code bad.expected}, what people are told. The system
 * property {@code golden.write=true} writes the expectations anew, to be read before they are committed.
 */
class GoldenProblemsTest {

    private static final Path PROBLEMS = Path.of("src", "test", "resources", "problems");
    private static final Path BASE = PROBLEMS.resolve("base");

    @ParameterizedTest
    @MethodSource("examples")
    void people_are_told_what_is_wrong(Path example) throws IOException {
        Project project = projectOf(example);
        String told = ProblemPrinter.print(project.problems());

        Path expected = example.resolve("bad.expected");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(expected, told);
        }
        assertThat(told).isEqualTo(Files.readString(expected));
        assertThat(project.sources().values())
                .as("journeys that are taken although one of their files has an error")
                .noneMatch(sources -> hasError(project, sources));
    }

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_problem_has_an_example(ProblemCode code) throws IOException {
        assertThat(PROBLEMS.resolve(code.slug()).resolve("bad.expected"))
                .content()
                .contains("[" + code.slug() + "]: ");
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(PROBLEMS)) {
            return folders.filter(folder -> !folder.equals(BASE)).sorted().toList().stream();
        }
    }

    private static boolean hasError(Project project, JourneySources sources) {
        return project.problems().stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .map(problem -> problem.place().file())
                .anyMatch(file ->
                        file.equals(sources.file()) || sources.templates().contains(file));
    }

    private static Project projectOf(Path example) throws IOException {
        if (Files.isDirectory(example.resolve("project"))) {
            return ProjectReader.read(ProjectFolder.load(example.resolve("project")));
        }
        var texts = new TreeMap<>(ProjectFolder.load(BASE).texts());
        try {
            texts.put("journeys/bad.yaml", Files.readString(example.resolve("bad.yaml")));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
        return ProjectReader.read(new ProjectFiles(texts));
    }
}
