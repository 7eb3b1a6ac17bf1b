package dev.sendero.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.json.WireJson;
import dev.sendero.rules.language.Language.FileKind;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.schema.JsonSchema;
import dev.sendero.rules.schema.SchemaCheck;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The language that is described is the language that is read. That readers ask for nothing that is not described is
 * asserted where they refuse unknown keys, in every test that reads a good file; here it is shown that they take
 * all that is described, and that what is described as required is.
 */
class LanguageDriftTest {

    private static final int ROUNDS = 120;

    private static final Set<ProblemCode> OF_SHAPE = EnumSet.of(
            ProblemCode.YAML_SYNTAX,
            ProblemCode.YAML_TRAP,
            ProblemCode.YAML_FEATURE,
            ProblemCode.UNKNOWN_KEY,
            ProblemCode.MISSING_KEY,
            ProblemCode.CONFLICTING_KEYS,
            ProblemCode.WRONG_TYPE,
            ProblemCode.UNKNOWN_TRIGGER,
            ProblemCode.UNKNOWN_STEP);

    /** Problems of shape that come of how values fit together. */
    private static final List<String> NOT_DESCRIBED = List.of(
            "'branch' has no arm with 'if'",
            "a second 'timeout'",
            "'until' has no 'event'",
            "'until' has no 'where'",
            "'on' without 'every: month'",
            "'schedule' of every month has no 'on'",
            "'after' beside 'before'",
            "'if_past' with a time of day, which comes again every day",
            "'twilio' has no 'api_key_secret_env'");

    static Stream<FileKind> kinds() {
        return Language.FILES.stream();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readers_take_all_that_is_described(FileKind kind) throws Exception {
        Form root = Language.form(kind.form());
        var schema = new SchemaCheck(JsonSchema.of(kind));
        var writer = new WrittenByForm(new Random(1));
        for (int round = 0; round < ROUNDS; round++) {
            String file = json(writer.file(root));

            List<Problem> problems = problemsOf(kind, file).stream()
                    .filter(problem -> OF_SHAPE.contains(problem.code()) && !NOT_DESCRIBED.contains(problem.message()))
                    .toList();

            assertThat(ProblemPrinter.print(problems))
                    .as("round %d: %s", round, file)
                    .isEmpty();
            assertThat(schema.errorsOf(file)).as("round %d: %s", round, file).isEmpty();
        }
        Language.reachableFrom(root).forEach(form -> assertThat(writer.used()).containsAll(WrittenByForm.keysOf(form)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void readers_miss_what_is_required(FileKind kind) throws Exception {
        Form root = Language.form(kind.form());
        for (Key key : root.keys()) {
            var file = new WrittenByForm(new Random(1)).file(root);
            file.remove(key.name());

            assertThat(problemsOf(kind, json(file)).stream()
                            .anyMatch(problem -> problem.code() == ProblemCode.MISSING_KEY
                                    && problem.message().endsWith("has no '" + key.name() + "'")
                                    && problem.place().line() == 1
                                    && problem.place().column() == 1))
                    .as(key.name())
                    .isEqualTo(key.required());
        }
    }

    private static String json(Map<String, Object> file) {
        return new String(WireJson.write(file), StandardCharsets.UTF_8);
    }

    private static List<Problem> problemsOf(FileKind kind, String file) {
        String path = kind.where().replace("*", "x");
        var texts = new TreeMap<String, String>();
        texts.put("sendero.yaml", "name: x\n");
        texts.put(path, file);
        return ProjectReader.read(new ProjectFiles(texts)).problems().stream()
                .filter(problem -> problem.place().file().equals(path))
                .toList();
    }
}
