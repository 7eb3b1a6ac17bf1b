package dev.sendero.cli.journeytest;

import dev.sendero.cli.options.FormatOption;
import dev.sendero.cli.options.ProjectOption;
import dev.sendero.cli.options.StrictOption;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.project.ProjectWatch;
import dev.sendero.cli.terminal.Colour;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.IoReason;
import dev.sendero.cli.terminal.ResultFile;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.project.Project;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the journey tests of a project. */
@Command(
        name = "test",
        description = {
            "Run the journey tests of a project, in the tests' own time.",
            "With --strict, a project without a test fails."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero test my-journeys",
            "  sendero test my-journeys --watch              again after every save",
            "  sendero test my-journeys --junit report.xml   for continuous integration"
        })
public final class TestCommand implements Callable<Integer> {

    /** To the upper left corner, and nothing below it (ECMA-48, CUP and ED). */
    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

    private final Terminal terminal;
    private final JourneyTestRunner runner;

    @Mixin
    private ProjectOption project = new ProjectOption();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write a report there, as JUnit XML.")
    private @Nullable Path junit;

    @Option(names = "--watch", description = "Run again whenever a file is saved, until Ctrl-C.")
    private boolean watch;

    @Mixin
    private FormatOption format = new FormatOption();

    @Mixin
    private StrictOption strict = new StrictOption();

    /** @param clock measures how long tests take */
    public TestCommand(Terminal terminal, InstantSource clock) {
        this.terminal = terminal;
        this.runner = new JourneyTestRunner(clock);
    }

    @Override
    public Integer call() {
        if (!watch) {
            return runOnce();
        }
        project.load();
        try (ProjectWatch saves = ProjectWatch.start(project.folder(), this::runAgain)) {
            runAgain();
            saves.join();
        } catch (IOException unwatchable) {
            throw CommandFailure.environment(
                            project.folder() + ": cannot be watched: " + IoReason.of(unwatchable),
                            "run it without --watch")
                    .causedBy(unwatchable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return ExitCode.INTERRUPTED;
    }

    private void runAgain() {
        if (terminal.outIsTerminal()) {
            terminal.out().print(CLEAR_SCREEN);
        }
        try {
            runOnce();
        } catch (CommandFailure failure) {
            terminal.fail(String.valueOf(failure.getMessage()), failure.hint());
        }
        terminal.note(terminal.onErr(Colour.DIM, "waiting for a file to be saved (Ctrl-C ends)"));
    }

    private int runOnce() {
        Project loaded = project.load();
        if (strict.refuses(loaded)) {
            terminal.err().print(ProblemDisplay.show(loaded.problems(), terminal::onErr));
            return ExitCode.PROBLEMS;
        }
        List<TestOutcome> outcomes = runner.runAll(loaded);
        terminal.out()
                .print(format.isJson() ? TestJson.write(outcomes) + "\n" : TestReport.of(outcomes, terminal::onOut));
        if (outcomes.isEmpty()) {
            terminal.note("note: no journey tests; they are files in "
                    + project.folder().resolve("tests"));
        }
        writeJUnit(outcomes);
        boolean failed =
                outcomes.stream().anyMatch(outcome -> !outcome.passed()) || strict.isGiven() && outcomes.isEmpty();
        return failed ? ExitCode.PROBLEMS : ExitCode.FINE;
    }

    private void writeJUnit(List<TestOutcome> outcomes) {
        if (junit == null) {
            return;
        }
        try (ResultFile file = ResultFile.open(Optional.of(junit), terminal)) {
            file.line(JUnitXml.write(outcomes));
            file.complete();
        } catch (IOException full) {
            throw ResultFile.unwritable(full);
        }
    }
}
