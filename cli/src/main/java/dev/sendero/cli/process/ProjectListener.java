package dev.sendero.cli.process;

import dev.sendero.cli.publish.Change;
import dev.sendero.rules.project.Project;
import java.time.Instant;
import java.util.List;

/** Whoever tells people what became of a save. */
public interface ProjectListener {

    /**
     * The project is in force from a time on.
     *
     * @param changes empty when the save changed nothing that runs
     */
    void published(Project project, List<Change> changes, Instant effectiveAt);

    /** The save has errors, or could not be read: what ran before keeps running. */
    void refused(Project project);

    /** The save could not be taken over for a reason outside the project; the next save tries again. */
    void failed(String reason);
}
