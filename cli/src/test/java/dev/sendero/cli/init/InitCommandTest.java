package dev.sendero.cli.init;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.rules.language.Language;
import dev.sendero.rules.language.Language.FileKind;
import dev.sendero.rules.schema.JsonSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InitCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_new_project_has_no_problems_and_its_tests_pass() {
        Path project = folder.resolve("deep/inside");

        var run = CommandRun.of("init", project);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("journeys/abandoned-cart.yaml").contains(".gitignore");
        assertThat(run.err()).contains("sendero test " + project);
        var validation = CommandRun.of("validate", project, "--strict");
        assertThat(validation.exitCode()).as(validation.out()).isZero();
        assertThat(validation.out()).isEqualTo("fine: 1 journey, 2 journey tests, no problems\n");
        var tests = CommandRun.of("test", project);
        assertThat(tests.exitCode()).as(tests.out()).isZero();
    }

    @Test
    void its_files_name_the_schemas_by_which_editors_complete_them() throws IOException {
        CommandRun.of("init", folder);

        for (String file :
                List.of("sendero.yaml", "events.yaml", "journeys/abandoned-cart.yaml", "tests/abandoned-cart.yaml")) {
            Path path = folder.resolve(file);
            FileKind kind = Language.kindOf(file).orElseThrow();
            List<String> lines = Files.readAllLines(path);
            String schema = lines.get(0).replace("# yaml-language-server: $schema=", "");

            assertThat(path.resolveSibling(schema)).as(file).hasContent(JsonSchema.of(kind));
            assertThat(lines.get(1)).isEqualTo("# $schema: " + schema);
        }
    }

    @Test
    void what_is_there_is_not_overwritten() throws IOException {
        Path settings = Files.writeString(folder.resolve("sendero.yaml"), "name: Mine\n");

        var run = CommandRun.of("init", folder);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains(settings.toString());
        assertThat(settings).hasContent("name: Mine");
        assertThat(folder.resolve("journeys")).doesNotExist();
    }
}
