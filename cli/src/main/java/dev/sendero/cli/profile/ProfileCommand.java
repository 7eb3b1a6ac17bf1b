package dev.sendero.cli.profile;

import dev.sendero.cli.terminal.Terminal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is done about a customer as a whole. */
@Command(
        name = "profile",
        description = "Erase a customer: all that is known of them, in a running system.",
        synopsisSubcommandLabel = "COMMAND",
        footerHeading = "%nExamples:%n",
        footer = {
            "  sendero profile erase ada",
            "  sendero profile erase ada --at http://localhost:8484 --yes",
        })
public final class ProfileCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private ProfileCommand() {}

    /** With its commands. */
    public static CommandLine commandLine(Terminal terminal) {
        return new CommandLine(new ProfileCommand()).addSubcommand(new EraseCommand(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Missing command");
    }
}
