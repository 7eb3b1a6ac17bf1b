package dev.sendero.cli.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.rules.reference.LanguageReference;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocsCommandTest {

    @TempDir
    Path folder;

    @Test
    void the_reference_goes_to_standard_output_or_into_a_file() {
        var run = CommandRun.of("docs", "--out", folder.resolve("reference.md"));

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(folder.resolve("reference.md")).content().isEqualTo(LanguageReference.write());
        assertThat(CommandRun.of("docs").out()).isEqualTo(LanguageReference.write());
    }
}
