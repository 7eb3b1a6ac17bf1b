package dev.sendero.cli.up;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.JourneyId;
import dev.sendero.cli.TryProject;
import dev.sendero.cli.publish.Change;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunningReportTest {

    private static final JourneyId CART = new JourneyId("abandoned-cart");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final RunningReport report = new RunningReport(new Terminal(
            InputStream.nullInputStream(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(said, true, StandardCharsets.UTF_8),
            false,
            false,
            false));

    @Test
    void a_journey_that_is_paused_by_a_save_is_said_to_be_paused() throws IOException {
        TryProject.in(folder).withAbandonedCart();
        report.published(withState("live"), List.of(new Change.Added(CART, "1a2b")), NOON);
        assertThat(whatWasSaid()).contains("abandoned-cart: version 1a2b, live\n");

        report.published(withState("paused"), List.of(new Change.Updated(CART, "1a2b")), NOON);
        assertThat(whatWasSaid()).contains("abandoned-cart: paused: nobody enters, who is inside waits\n");

        report.published(withState("paused"), List.of(new Change.Updated(CART, "1a2b")), NOON);
        assertThat(whatWasSaid()).contains("abandoned-cart: updated, also for who is inside\n");
    }

    @Test
    void other_write_keys_are_said_to_wait_for_the_next_start() throws IOException {
        TryProject.in(folder).withAbandonedCart();
        report.published(read(), List.of(), NOON);
        assertThat(whatWasSaid()).doesNotContain("next start");

        TryProject.in(folder).with("sendero.yaml", "name: Shop\nwrite_keys: [other]\n");
        report.published(read(), List.of(), NOON);

        assertThat(whatWasSaid()).contains("write_keys in sendero.yaml take effect at the next start");
    }

    @Test
    void a_mended_save_that_changes_nothing_is_said_to_be_fine_again() throws IOException {
        TryProject.in(folder).withAbandonedCart();
        Project sound = read();
        TryProject.in(folder).with("journeys/abandoned-cart.yaml", "journey: abandoned-cart\nsteps: 3\n");
        Project broken = read();

        report.refused(broken);
        assertThat(whatWasSaid())
                .contains("journeys/abandoned-cart.yaml:")
                .endsWith("2 errors\n  ✗ not taken over: what ran before keeps running\n");

        report.refused(broken);
        assertThat(whatWasSaid()).isEqualTo("  ✗ not taken over: still 2 errors\n");

        report.published(sound, List.of(), NOON);
        assertThat(whatWasSaid()).isEqualTo("  ✓ no more errors; what ran before is what the files say\n");

        report.published(sound, List.of(), NOON);
        assertThat(whatWasSaid()).isEmpty();
    }

    private Project withState(String state) throws IOException {
        Path file = folder.resolve("journeys/abandoned-cart.yaml");
        Files.writeString(file, Files.readString(file).replaceFirst("state: \\w+", "state: " + state));
        return read();
    }

    private Project read() throws IOException {
        return ProjectReader.read(ProjectFolder.load(folder));
    }

    private String whatWasSaid() {
        String text = said.toString(StandardCharsets.UTF_8);
        said.reset();
        return text;
    }
}
