package dev.sendero.cli.process;

import dev.sendero.cli.project.ProjectWatch;
import dev.sendero.cli.publish.Change;
import dev.sendero.cli.publish.JourneyPublisher;
import dev.sendero.cli.publish.PublishFailed;
import dev.sendero.gateway.board.ProjectBoard;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the running journeys equal to a folder: what is saved there without an error takes effect. */
final class ProjectFollower implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ProjectFollower.class);

    /** How often it looks whether older versions have drained. */
    private static final Duration TIDYING = Duration.ofSeconds(30);

    private final Path folder;
    private final JourneyPublisher publisher;
    private final ProjectBoard board;
    private final InstantSource clock;
    private final ProjectListener listener;
    private final ProjectWatch watch;
    private final ScheduledExecutorService tidying = Executors.newSingleThreadScheduledExecutor(task -> {
        var thread = new Thread(task, "drained versions");
        thread.setDaemon(true);
        return thread;
    });

    /** @param publisher closed by this */
    ProjectFollower(
            Path folder, JourneyPublisher publisher, ProjectBoard board, InstantSource clock, ProjectListener listener)
            throws IOException {
        this.folder = folder;
        this.publisher = publisher;
        this.board = board;
        this.clock = clock;
        this.listener = listener;
        watch = ProjectWatch.start(folder, this::takeOver);
        var unused = tidying.scheduleWithFixedDelay(
                this::tidyUp, TIDYING.toSeconds(), TIDYING.toSeconds(), TimeUnit.SECONDS);
    }

    private void tidyUp() {
        try {
            publisher.removeDrained();
        } catch (PublishFailed | RuntimeException later) {
            LOG.warn("older versions stay for now: {}", later.getMessage());
        }
    }

    private void takeOver() {
        try {
            Project project = ProjectReader.read(ProjectFolder.load(folder));
            if (project.hasErrors()) {
                board.refuse(project.problems());
                listener.refused(project);
            } else {
                Instant effectiveAt = clock.instant().plus(JourneyPublisher.NOTICE);
                List<Change> changes = publisher.publish(project, effectiveAt);
                board.show(project);
                listener.published(project, changes, effectiveAt);
            }
        } catch (IOException | PublishFailed | RuntimeException failed) {
            listener.failed(String.valueOf(failed.getMessage()));
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
        tidying.shutdownNow();
        publisher.close();
    }
}
