package dev.sendero.cli.journeytest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.cli.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CookbookTest {

    private static final Path COOKBOOK = Path.of("../examples/cookbook");

    @Test
    void its_journey_tests_hold() {
        var run = CommandRun.of("test", COOKBOOK, "--strict");

        assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    }

    @Test
    void every_journey_has_tests_and_a_line_in_the_list() throws IOException {
        List<String> journeys = filesIn("journeys");

        assertThat(filesIn("tests")).isEqualTo(journeys);
        String list = Files.readString(COOKBOOK.resolve("README.md"));
        assertThat(journeys).allSatisfy(journey -> assertThat(list).contains("journeys/" + journey));
    }

    private static List<String> filesIn(String folder) throws IOException {
        try (Stream<Path> files = Files.list(COOKBOOK.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
