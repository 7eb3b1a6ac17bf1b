package dev.sendero.cli.init;

import dev.sendero.cli.terminal.Colour;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.IoReason;
import dev.sendero.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Begins a project. */
@Command(
        name = "init",
        description = {
            "Begin a project: an abandoned-cart journey with a template and a test that passes.",
            "Nothing that is there already is overwritten."
        },
        footerHeading = "%nExamples:%n",
        footer = {"  sendero init my-journeys", "  mkdir my-journeys && cd my-journeys && sendero init"})
public final class InitCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = ".",
            description = "The folder, which is made when it is not there (default: the current one).")
    private Path folder = Path.of("");

    public InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var starter = new StarterProject(folder);
        List<Path> present = starter.present();
        if (!present.isEmpty()) {
            throw CommandFailure.usage(
                    folder + ": there is something already that would be overwritten: "
                            + String.join(
                                    ", ", present.stream().map(Path::toString).toList()),
                    "begin in another folder: sendero init my-journeys");
        }
        try {
            starter.write().forEach(file -> terminal.out().println("  " + file));
        } catch (IOException unwritable) {
            throw CommandFailure.environment(
                            folder + ": cannot be written: " + IoReason.of(unwritable), "choose another folder")
                    .causedBy(unwritable);
        }
        printNext();
        return ExitCode.FINE;
    }

    private void printNext() {
        String name = folder.normalize().toString().isEmpty() ? "." : folder.toString();
        terminal.note("");
        terminal.note(terminal.onErr(Colour.BOLD, "A project with one journey. What to do next:"));
        terminal.note("  sendero test " + name + "        run its tests; look at tests/abandoned-cart.yaml");
        terminal.note("  sendero validate " + name + "    see all problems after an edit");
        terminal.note("  sendero preview " + name + " cart-reminder    look at its mail in the browser");
        terminal.note("  sendero up " + name + "          run it here, with a console in the browser");
    }
}
