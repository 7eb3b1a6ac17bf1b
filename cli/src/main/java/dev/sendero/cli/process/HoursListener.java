package dev.sendero.cli.process;

import dev.sendero.cli.publish.Change;
import dev.sendero.courier.SendingHours;
import dev.sendero.rules.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Keeps the courier's hours equal to the project's, and passes on what it hears. */
record HoursListener(AtomicReference<SendingHours> hours, ProjectListener next) implements ProjectListener {

    @Override
    public void published(Project project, List<Change> changes, Instant effectiveAt) {
        hours.set(SendingHours.of(project.settings()));
        next.published(project, changes, effectiveAt);
    }

    @Override
    public void refused(Project project) {
        next.refused(project);
    }

    @Override
    public void failed(String reason) {
        next.failed(reason);
    }
}
