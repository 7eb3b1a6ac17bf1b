package dev.sendero.cli.messages;

import dev.sendero.cli.terminal.Terminal;
import java.time.InstantSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Looks at what became of messages, and decides about those that are stuck. */
@Command(
        name = "messages",
        description = {
            "Look at what became of messages, and try again or drop those that are stuck.",
            "It works on the store, beside a running system or while none runs."
        },
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero messages list --state failed --state in_doubt      dead letters, and what is in doubt",
            "  sendero messages list --customer ada --format json",
            "  sendero messages show 3f9a12c0",
            "  sendero messages retry 3f9a12c0 81bb07de",
            "  sendero messages retry --all --state failed --channel email",
            "  sendero messages drop 3f9a12c0 --by anna",
            "  sendero messages list --store jdbc:postgresql://db.example.com/sendero"
        })
public final class MessagesCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private MessagesCommand() {}

    /** With its commands. */
    public static CommandLine commandLine(Terminal terminal, InstantSource clock) {
        return new CommandLine(new MessagesCommand())
                .addSubcommand(new ListCommand(terminal))
                .addSubcommand(new ShowCommand(terminal))
                .addSubcommand(new RetryCommand(terminal, clock))
                .addSubcommand(new DropCommand(terminal, clock));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
