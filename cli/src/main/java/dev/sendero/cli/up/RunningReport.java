package dev.sendero.cli.up;

import dev.sendero.cli.process.ProjectListener;
import dev.sendero.cli.publish.Change;
import dev.sendero.cli.terminal.Colour;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.problem.ProblemPrinter;
import dev.sendero.rules.project.Project;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;

/** Tells the person at the terminal what a running process does with the project. */
public final class RunningReport implements ProjectListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Terminal terminal;

    public RunningReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void published(Project project, List<Change> changes, Instant effectiveAt) {
        for (Change change : changes) {
            terminal.note(terminal.onErr(Colour.GREEN, "  ✓ ") + inWords(change, effectiveAt));
        }
        if (!project.problems().isEmpty()) {
            terminal.note(ProblemPrinter.print(project.problems()));
        }
    }

    private static String inWords(Change change, Instant effectiveAt) {
        String from = " from " + TIME.format(effectiveAt.atZone(ZoneId.systemDefault()));
        if (change instanceof Change.Added added) {
            return added.journey() + " version " + added.version() + from;
        }
        if (change instanceof Change.NewVersion version) {
            return version.journey() + " version " + version.version() + from
                    + "; who is inside finishes the version before";
        }
        if (change instanceof Change.Updated updated) {
            return updated.journey() + " updated" + from + ", in the same version";
        }
        return change.journey() + " has ended, as its file is gone";
    }

    @Override
    public void refused(Project project) {
        terminal.note(ProblemPrinter.print(project.problems()));
        terminal.note(terminal.onErr(Colour.YELLOW, "  not taken over: ") + "what ran before keeps running");
    }

    @Override
    public void failed(String reason) {
        terminal.fail(reason, "save again to try again");
    }
}
