package dev.sendero.rules.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.language.Language;
import dev.sendero.rules.language.Language.FileKind;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated and lies in the repository is what would be generated now; {@code -Dgolden.write=true} writes it anew. */
class GeneratedFilesTest {

    private static final Path REFERENCE = Path.of("..", "docs", "reference");

    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void every_kind_of_problem_is_explained(ProblemCode code) {
        assertThat(ProblemMeanings.of(code)).isNotBlank();
    }

    @Test
    void the_reference_of_the_language_is_up_to_date() throws IOException {
        assertUpToDate(REFERENCE.resolve("language.md"), LanguageReference.write());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_schemas_are_up_to_date(FileKind kind) throws IOException {
        assertUpToDate(REFERENCE.resolve("schemas").resolve(JsonSchema.fileName(kind)), JsonSchema.of(kind));
    }

    static Stream<FileKind> kinds() {
        return Language.FILES.stream();
    }

    private static void assertUpToDate(Path file, String generated) throws IOException {
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, generated);
        }
        assertThat(generated).as("%s (make reference writes it)", file).isEqualTo(Files.readString(file));
    }
}
