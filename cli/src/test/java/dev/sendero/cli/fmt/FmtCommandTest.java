package dev.sendero.cli.fmt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.TryProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {

    private static final String UNTIDY = """
            steps:
            - exit: done
            trigger: {event: Product Added}
            journey: sale
            """;

    private static final String TIDY = """
            journey: sale
            trigger: { event: Product Added }
            steps:
              - exit: done
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void anUntidyJourney() {
        TryProject.in(folder).with("sendero.yaml", "name: x\n").with("journeys/sale.yaml", UNTIDY);
    }

    @Test
    void files_are_laid_out_and_named() throws IOException {
        var run = CommandRun.of("fmt", folder);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("  journeys/sale.yaml\n");
        assertThat(run.err()).isEqualTo("1 file laid out\n");
        assertThat(Files.readString(folder.resolve("journeys/sale.yaml"))).isEqualTo(TIDY);
        assertThat(CommandRun.of("fmt", folder).err()).isEqualTo("all files are laid out\n");
    }

    @Test
    void a_check_changes_nothing_and_fails() throws IOException {
        var run = CommandRun.of("fmt", folder, "--check");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("1 file to be laid out\n");
        assertThat(Files.readString(folder.resolve("journeys/sale.yaml"))).isEqualTo(UNTIDY);
    }

    @Test
    void what_is_no_yaml_is_left_and_said() throws IOException {
        Files.writeString(folder.resolve("journeys/sale.yaml"), "journey: [");

        var run = CommandRun.of("fmt", folder);

        assertThat(run.exitCode()).isZero();
        assertThat(CommandRun.of("fmt", folder, "--check").exitCode()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("""
                        journeys/sale.yaml: left as it is; 'sendero validate' may say why
                        all other files are laid out; 1 file left as before
                        """);
        assertThat(Files.readString(folder.resolve("journeys/sale.yaml"))).isEqualTo("journey: [");
    }
}
