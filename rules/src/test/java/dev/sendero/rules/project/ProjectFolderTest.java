package dev.sendero.rules.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFolderTest {

    @TempDir
    Path temporary;

    private Path folder;

    @BeforeEach
    void make_a_project() throws IOException {
        folder = temporary.resolve("shop");
        write("sendero.yaml", "name: Shop\n");
        write("journeys/cart.yaml", "journey: cart\n");
        write("templates/partials/footer.liquid", "bye");
    }

    @Test
    void only_files_that_a_project_may_have_are_read() throws IOException {
        write("README.md", "# Shop");
        write("journeys/notes.txt", "x");
        write("journeys/old/cart.yaml", "x");
        write("journeys/.cart.yaml", "x");
        write("node_modules/x/sendero.yaml", "x");

        ProjectFiles files = ProjectFolder.load(folder);

        assertThat(files.texts())
                .containsOnlyKeys("sendero.yaml", "journeys/cart.yaml", "templates/partials/footer.liquid");
        assertThat(files.refused()).isEmpty();
    }

    @Test
    void links_out_of_the_folder_are_refused() throws IOException {
        Files.writeString(temporary.resolve("secret.yaml"), "secret");
        Files.createSymbolicLink(folder.resolve("journeys/secret.yaml"), temporary.resolve("secret.yaml"));
        Files.createSymbolicLink(folder.resolve("tests"), temporary);
        Files.createSymbolicLink(folder.resolve("journeys/nowhere.yaml"), folder.resolve("nothing"));
        Files.createSymbolicLink(folder.resolve("journeys/same.yaml"), folder.resolve("journeys/cart.yaml"));

        ProjectFiles files = ProjectFolder.load(folder);

        assertThat(files.texts().values()).doesNotContain("secret");
        assertThat(files.texts()).containsKey("journeys/same.yaml");
        assertThat(files.refused())
                .extracting(problem -> problem.place().file())
                .containsExactlyInAnyOrder("journeys/secret.yaml", "journeys/nowhere.yaml", "tests");
    }

    @Test
    void a_folder_in_place_of_a_file_is_refused_and_the_rest_is_read() throws IOException {
        Files.createDirectory(folder.resolve("journeys/odd.yaml"));

        ProjectFiles files = ProjectFolder.load(folder);

        assertThat(files.refused()).extracting(Problem::message).containsExactly("this is no file");
        assertThat(files.texts()).containsKey("journeys/cart.yaml");
    }

    @Test
    void a_file_that_is_too_large_is_refused_and_the_rest_is_read() throws IOException {
        write("journeys/large.yaml", "#".repeat(ProjectFolder.MAX_FILE_BYTES + 1));

        ProjectFiles files = ProjectFolder.load(folder);

        assertThat(files.refused()).extracting(Problem::code).containsExactly(ProblemCode.FILE_REFUSED);
        assertThat(files.texts()).containsKey("journeys/cart.yaml").doesNotContainKey("journeys/large.yaml");
    }

    @Test
    void a_folder_that_is_not_there_is_a_fault_of_the_caller() {
        assertThatThrownBy(() -> ProjectFolder.load(temporary.resolve("nowhere")))
                .isInstanceOf(NotDirectoryException.class);
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
