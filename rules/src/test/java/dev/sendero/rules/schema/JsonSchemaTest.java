package dev.sendero.rules.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.json.WireJson;
import dev.sendero.rules.language.Language;
import dev.sendero.rules.language.Language.FileKind;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.SourceFile;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlReader;
import dev.sendero.rules.yaml.YamlScalar;
import dev.sendero.rules.yaml.YamlSequence;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSchemaTest {

    private static final Path EXAMPLES = Path.of("..", "examples");
    private static final Path PROBLEMS = Path.of("src", "test", "resources", "problems");

    static Stream<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(EXAMPLES)) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void editors_find_nothing_wrong_with_the_examples(Path file) throws IOException {
        assertThat(errorsIn(pathInProject(file), Files.readString(file))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"unknown-key", "missing-key", "wrong-type", "unknown-step", "unknown-trigger", "conflicting-keys"
            })
    void editors_show_what_has_a_wrong_shape(String example) throws IOException {
        Path bad = PROBLEMS.resolve(example).resolve("bad.yaml");

        assertThat(errorsIn("journeys/bad.yaml", Files.readString(bad))).isNotEmpty();
    }

    @Test
    void a_schema_names_its_dialect_and_is_the_same_each_time() {
        FileKind journey = Language.FILES.get(0);

        assertThat(JsonSchema.of(journey))
                .startsWith("{\n  \"$schema\" : \"https://json-schema.org/draft/2020-12/schema\"")
                .isEqualTo(JsonSchema.of(journey));
        assertThat(JsonSchema.fileName(journey)).isEqualTo("journey.schema.json");
    }

    private static List<String> errorsIn(String path, String yaml) {
        FileKind kind = Language.kindOf(path).orElseThrow(() -> new AssertionError("no kind of file: " + path));
        YamlNode root = YamlReader.read(new Findings(SourceFile.of(path, yaml))).orElseThrow();
        return new SchemaCheck(JsonSchema.of(kind)).errorsOf(json(root));
    }

    /** A project's folder is what holds sendero.yaml. */
    private static String pathInProject(Path file) {
        Path folder = file.getParent();
        return Files.exists(folder.resolve("sendero.yaml"))
                ? file.getFileName().toString()
                : folder.getFileName() + "/" + file.getFileName();
    }

    private static String json(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            var entries = new ArrayList<String>();
            mapping.entries().forEach(entry -> entries.add(quoted(entry.name()) + ":" + json(entry.value())));
            return "{" + String.join(",", entries) + "}";
        }
        if (node instanceof YamlSequence sequence) {
            return "["
                    + String.join(
                            ",",
                            sequence.items().stream().map(JsonSchemaTest::json).toList()) + "]";
        }
        var scalar = (YamlScalar) node;
        return switch (scalar.kind()) {
            case TEXT -> quoted(scalar.text());
            case NUMBER -> scalar.text();
            case BOOLEAN -> scalar.text().toLowerCase(Locale.ROOT);
            case NOTHING -> "null";
        };
    }

    private static String quoted(String text) {
        return new String(WireJson.write(text), StandardCharsets.UTF_8);
    }
}
