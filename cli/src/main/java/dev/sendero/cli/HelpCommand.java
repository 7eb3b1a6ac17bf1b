package dev.sendero.cli;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.problem.DidYouMean;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sendero help up} for whoever expects it; the list of commands says {@code --help}. */
@Command(name = "help", hidden = true, description = "Show the help of a command.")
final class HelpCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "0..1", paramLabel = "COMMAND", description = "The command (default: all, in short).")
    private @Nullable String name;

    HelpCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        CommandLine sendero = spec.commandLine().getParent();
        terminal.out().print((name == null ? sendero : command(name, sendero.getSubcommands())).getUsageMessage());
        return ExitCode.FINE;
    }

    private static CommandLine command(String name, Map<String, CommandLine> known) {
        CommandLine found = known.get(name);
        if (found == null) {
            throw CommandFailure.usage("no command '" + name + "'", DidYouMean.hint(name, known.keySet()));
        }
        return found;
    }
}
