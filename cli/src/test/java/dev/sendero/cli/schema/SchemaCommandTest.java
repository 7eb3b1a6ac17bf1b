package dev.sendero.cli.schema;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.rules.language.Language;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_schema_is_written_for_each_kind_of_file() {
        var run = CommandRun.of("schema", "--out", folder.resolve("schemas"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out().lines()).hasSize(Language.FILES.size());
        assertThat(folder.resolve("schemas/journey.schema.json"))
                .content()
                .isEqualTo(CommandRun.of("schema").out());
    }

    @Test
    void one_schema_goes_to_standard_output() {
        assertThat(CommandRun.of("schema", "test").out()).contains("\"title\" : \"Sendero: tests/*.yaml\"");
    }

    @Test
    void a_kind_of_file_that_is_not_there_is_refused_with_a_hint() {
        var run = CommandRun.of("schema", "jurney");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("error: no kind of file 'jurney'\nhint: did you mean 'journey'?\n");
    }
}
