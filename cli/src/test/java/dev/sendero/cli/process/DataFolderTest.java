package dev.sendero.cli.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path project;

    @Test
    void a_second_process_is_refused_before_it_touches_the_data() throws Exception {
        DataFolder data = DataFolder.of(project);
        try (var first = data.claim()) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> data.claim().close())
                    .isInstanceOf(EnvironmentProblem.class)
                    .hasMessageContaining("in use by another process");
        }
        data.claim().close();
    }

    @Test
    void wiping_leaves_the_claim_and_nothing_else() throws Exception {
        DataFolder data = DataFolder.of(project);
        try (var claim = data.claim()) {
            assertThat(claim).isNotNull();
            Files.createDirectories(data.broker());
            Files.writeString(data.store(), "messages");

            data.wipe();

            assertThat(data.root()).isDirectoryContaining(path -> path.equals(data.lock()));
            assertThat(data.store()).doesNotExist();
            assertThat(data.broker()).doesNotExist();
            assertThatThrownBy(() -> data.claim().close()).isInstanceOf(EnvironmentProblem.class);
        }
    }

    @Test
    void a_file_in_place_of_the_folder_is_named() throws IOException {
        Path file = Files.writeString(project.resolve("data"), "no folder");

        assertThatThrownBy(() -> new DataFolder(file).claim().close())
                .isInstanceOf(EnvironmentProblem.class)
                .hasMessage("the data cannot be kept in " + file + ": it is a file");
        assertThatThrownBy(() -> new DataFolder(file.resolve("below")).claim().close())
                .isInstanceOf(EnvironmentProblem.class)
                .hasMessageContaining("the data cannot be kept in");
    }
}
