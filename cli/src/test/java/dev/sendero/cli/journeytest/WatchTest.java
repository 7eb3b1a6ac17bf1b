package dev.sendero.cli.journeytest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.cli.TryProject;
import dev.sendero.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WatchTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void tests_run_again_after_every_save_also_a_broken_one() throws Exception {
        TryProject project = TryProject.in(folder).withAbandonedCart();
        Thread watching = watch();
        try {
            await().atMost(Duration.ofSeconds(20)).until(() -> said().contains("waiting for a file to be saved"));

            project.with("tests/abandoned-cart.yaml", """
                    journey: abandoned-cart
                    tests:
                      - name: nothing happens to who does nothing
                        events: []
                        expect: []
                    """);
            await().atMost(Duration.ofSeconds(20)).until(() -> said().contains("1 passed"));

            project.with("journeys/abandoned-cart.yaml", "journey: abandoned-cart\nstpes: []\n");
            await().atMost(Duration.ofSeconds(20)).until(() -> said().contains("did you mean 'steps'?"));
        } finally {
            watching.interrupt();
            watching.join(Duration.ofSeconds(5).toMillis());
        }
        assertThat(watching.isAlive()).isFalse();
    }

    private Thread watch() {
        var both = new PrintStream(out, true, StandardCharsets.UTF_8);
        var terminal = new Terminal(new ByteArrayInputStream(new byte[0]), both, both, false, false, false);
        var command = new CommandLine(new TestCommand(terminal, InstantSource.system()));
        var thread = new Thread(() -> command.execute(folder.toString(), "--watch"), "watching");
        thread.start();
        return thread;
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
