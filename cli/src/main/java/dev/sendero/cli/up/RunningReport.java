package dev.sendero.cli.up;

import dev.sendero.api.JourneyId;
import dev.sendero.cli.process.ProjectListener;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.publish.Change;
import dev.sendero.cli.terminal.Colour;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.Settings;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Tells the person at the terminal what a running process does with the project. */
public final class RunningReport implements ProjectListener {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private final Terminal terminal;
    private final Map<JourneyId, JourneyState> states = new HashMap<>();
    private @Nullable Settings atStart;
    private List<Problem> shown = List.of();
    private boolean refused;

    public RunningReport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void published(Project project, List<Change> changes, Instant effectiveAt) {
        for (Change change : changes) {
            tell(from(effectiveAt) + inWords(change, project));
        }
        if (changes.isEmpty() && refused) {
            tell("no more errors; what ran before is what the files say");
        }
        refused = false;
        states.clear();
        project.journeys().forEach((id, journey) -> states.put(id, journey.state()));
        if (!project.problems().isEmpty() && !project.problems().equals(shown)) {
            show(project.problems());
        }
        shown = project.problems();
        sayWhatWaitsForRestart(project.settings());
    }

    /** Providers and write keys are taken up when the process starts. */
    private void sayWhatWaitsForRestart(Settings now) {
        Settings started = atStart == null ? now : atStart;
        atStart = started;
        if (!started.channels().equals(now.channels()) || !started.writeKeys().equals(now.writeKeys())) {
            terminal.note(terminal.onErr(Colour.YELLOW, "  ! ")
                    + "other channels or write_keys in sendero.yaml take effect at the next start");
        }
    }

    private void tell(String line) {
        terminal.note(terminal.onErr(Colour.GREEN, "  ✓ ") + line);
    }

    private static String from(Instant effectiveAt) {
        return "from " + TIME.format(effectiveAt.atZone(ZoneId.systemDefault())) + "  ";
    }

    private String inWords(Change change, Project project) {
        String journey = change.journey() + ": ";
        if (change instanceof Change.Added added) {
            return journey + "version " + added.version() + ", " + life(stateOf(project, added.journey()));
        }
        if (change instanceof Change.NewVersion version) {
            return journey + "version " + version.version() + "; who is inside finishes the version before";
        }
        if (change instanceof Change.Updated updated) {
            JourneyState now = stateOf(project, updated.journey());
            return journey
                    + (states.getOrDefault(updated.journey(), now) == now
                            ? "updated, also for who is inside"
                            : life(now));
        }
        return journey + "ended, as its file is gone; who is inside leaves";
    }

    private static String life(JourneyState state) {
        return switch (state) {
            case DRAFT -> "a draft: nobody enters";
            case LIVE -> "live";
            case PAUSED -> "paused: nobody enters, who is inside waits";
            case ENDED -> "ended: nobody enters, who is inside leaves";
        };
    }

    private static JourneyState stateOf(Project project, JourneyId id) {
        return Objects.requireNonNull(project.journeys().get(id), id::value).state();
    }

    @Override
    public void refused(Project project) {
        if (refused && project.problems().equals(shown)) {
            terminal.note(notTakenOver() + "still " + ProblemDisplay.summary(project.problems()));
            return;
        }
        show(project.problems());
        terminal.note(notTakenOver() + "what ran before keeps running");
        refused = true;
        shown = project.problems();
    }

    private String notTakenOver() {
        return terminal.onErr(Colour.YELLOW, "  ✗ not taken over: ");
    }

    private void show(List<Problem> problems) {
        terminal.note("");
        terminal.note(ProblemDisplay.show(problems, terminal::onErr).stripTrailing());
    }

    @Override
    public void failed(String reason) {
        terminal.fail(reason, "save again to try again");
    }
}
