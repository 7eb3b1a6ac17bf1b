package dev.sendero.cli.preview;

import dev.sendero.cli.process.EnvironmentProblem;
import dev.sendero.cli.process.LocalPort;
import dev.sendero.cli.project.ProjectWatch;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.IoReason;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.gateway.http.PortInUse;
import dev.sendero.gateway.preview.PreviewServer;
import java.io.IOException;
import java.nio.file.Path;

/** A preview that is being looked at: its page is served, and follows the files. */
final class PreviewSession implements AutoCloseable {

    private final PreviewServer server;
    private final ProjectWatch saves;

    private PreviewSession(PreviewServer server, ProjectWatch saves) {
        this.server = server;
        this.saves = saves;
    }

    /**
     * Served when it returns.
     *
     * @param port 0 for any
     * @throws CommandFailure when the port is taken or the folder cannot be watched
     */
    static PreviewSession open(Path folder, Preview preview, int port, Terminal terminal) {
        PreviewServer server;
        try {
            server = PreviewServer.start(port, preview);
        } catch (PortInUse taken) {
            EnvironmentProblem problem = LocalPort.inUse(taken.port(), taken);
            throw CommandFailure.environment(String.valueOf(problem.getMessage()), problem.hint())
                    .causedBy(problem);
        }
        try {
            return new PreviewSession(server, ProjectWatch.start(folder, () -> follow(preview, server, terminal)));
        } catch (IOException unwatchable) {
            server.close();
            throw CommandFailure.environment(
                            folder + ": cannot be watched: " + IoReason.of(unwatchable), "may you read it?")
                    .causedBy(unwatchable);
        }
    }

    private static void follow(Preview preview, PreviewServer server, Terminal terminal) {
        try {
            preview.reload();
            server.changed();
        } catch (CommandFailure failure) {
            terminal.fail(String.valueOf(failure.getMessage()), failure.hint());
        }
    }

    String address() {
        return server.address();
    }

    /** Waits until somebody interrupts it. */
    void join() throws InterruptedException {
        saves.join();
    }

    @Override
    public void close() throws IOException {
        saves.close();
        server.close();
    }
}
