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

/** Keeps the running journeys equal to a folder: what is saved there without an error takes effect. */
final class ProjectFollower implements AutoCloseable {

    /** How long after a save a version takes effect, so that every part of the job hears of it in time. */
    static final Duration NOTICE = Duration.ofSeconds(1);

    private final Path folder;
    private final JourneyPublisher publisher;
    private final ProjectBoard board;
    private final InstantSource clock;
    private final ProjectListener listener;
    private final ProjectWatch watch;

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
    }

    private void takeOver() {
        try {
            Project project = ProjectReader.read(ProjectFolder.load(folder));
            if (project.hasErrors()) {
                board.refuse(project.problems());
                listener.refused(project);
            } else {
                Instant effectiveAt = clock.instant().plus(NOTICE);
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
        publisher.close();
    }
}
