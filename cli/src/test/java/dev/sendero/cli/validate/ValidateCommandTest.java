package dev.sendero.cli.validate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import dev.sendero.cli.Golden;
import dev.sendero.cli.TryProject;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ValidateCommandTest {

    @TempDir
    Path folder;

    @Test
    void a_project_without_problems_is_said_to_be_fine() {
        TryProject.in(folder).withAbandonedCart();

        var run = CommandRun.of("validate", folder);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEqualTo("fine: 1 journey, 0 journey tests, no problems\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void all_problems_of_all_files_are_shown_with_a_summary() {
        TryProject.in(folder).with("journeys/sale.yaml", """
                journey: sale
                state: live
                trigger:
                  event: Product Viewed
                  where: event.properties.price >> 3
                steps:
                  - id: mail
                    emial: { template: nope, group: offers }
                """);

        var run = CommandRun.of("validate", folder);

        assertThat(run.exitCode()).isEqualTo(1);
        Golden.assertMatches("validate-problems", run.out());
    }

    @Test
    void for_machines_there_is_one_object_with_a_version() {
        TryProject.in(folder).with("journeys/sale.yaml", "journey: sale\n");

        var run = CommandRun.of("validate", folder, "--format", "json");

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).startsWith("{\"format\":\"sendero.validate/1\",\"problems\":[{");
    }
}
