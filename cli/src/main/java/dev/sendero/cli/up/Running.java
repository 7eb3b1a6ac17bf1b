package dev.sendero.cli.up;

import dev.sendero.cli.process.DataFolder;
import dev.sendero.cli.process.EnvironmentProblem;
import dev.sendero.cli.process.LocalPort;
import dev.sendero.cli.process.LogFile;
import dev.sendero.cli.process.ProcessSettings;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A process between its start and Ctrl-C. */
public final class Running {

    /** Ctrl-C gives the parts this long; then the process ends all the same, which loses nothing. */
    private static final Duration PATIENCE = Duration.ofMillis(4_500);

    private static final Logger LOG = LoggerFactory.getLogger(Running.class);

    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final Deque<AutoCloseable> closing = new ArrayDeque<>();

    public Running() {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeInTime, "close"));
    }

    /** To be called when the process can do its work no more. */
    public void fail(Throwable cause) {
        failure.complete(cause);
    }

    /** Closes what runs when the process is asked to end, the last one first. */
    public synchronized void closeAtExit(AutoCloseable running) {
        closing.push(running);
    }

    /** Deletes a folder when the process ends. */
    public void deleteAtExit(Path folder) {
        closeAtExit(() -> {
            new DataFolder(folder).wipe();
            Files.deleteIfExists(folder);
        });
    }

    /**
     * Makes sure of port and data folder before anything starts, and logs there from now on.
     *
     * @param fresh whether to delete what earlier runs left
     */
    public void prepare(ProcessSettings settings, boolean fresh) throws EnvironmentProblem {
        LocalPort.requireFree(settings.port());
        DataFolder data = settings.data();
        closeAtExit(data.claim());
        if (fresh) {
            wipe(data);
        }
        LogFile.redirectTo(data.log());
    }

    private static void wipe(DataFolder data) {
        try {
            data.wipe();
        } catch (IOException refused) {
            throw CommandFailure.environment(
                            "the data in " + data.root() + " cannot be deleted: " + IoReason.of(refused), "")
                    .causedBy(refused);
        }
    }

    private synchronized void closeAll() {
        while (!closing.isEmpty()) {
            try {
                closing.pop().close();
            } catch (Exception failed) {
                // The process ends anyway, and what is not closed here, the operating system closes.
                LOG.warn("a part did not close as it should", failed);
            }
        }
    }

    private void closeInTime() {
        try {
            CompletableFuture.runAsync(this::closeAll).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException slow) {
            Runtime.getRuntime().halt(ExitCode.INTERRUPTED);
        }
    }

    /**
     * Waits until the process is interrupted.
     *
     * @return the exit code
     * @throws CommandFailure when the process can do its work no more
     */
    public int waitForEnd() {
        try {
            Throwable cause = failure.get();
            throw CommandFailure.environment(
                            "it cannot go on: " + cause.getMessage(), "the log in the data folder says more")
                    .causedBy(cause);
        } catch (InterruptedException | ExecutionException stopped) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        }
    }

    public static CommandFailure asFailure(EnvironmentProblem problem) {
        return CommandFailure.environment(String.valueOf(problem.getMessage()), problem.hint())
                .causedBy(problem);
    }
}
