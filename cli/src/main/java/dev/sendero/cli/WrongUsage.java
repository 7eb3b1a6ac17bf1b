package dev.sendero.cli;

import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.rules.problem.DidYouMean;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user that the command line cannot be understood, what was probably meant, and where the help is. */
record WrongUsage(Terminal terminal) implements IParameterExceptionHandler {

    /** What picocli puts before some of its messages. */
    private static final String PREFIX = "Error: ";

    @Override
    public int handleParseException(ParameterException refused, String[] arguments) {
        CommandLine command = refused.getCommandLine();
        String help = "see '" + command.getCommandSpec().qualifiedName() + " --help'";
        if (refused instanceof UnmatchedArgumentException unmatched) {
            fail(unmatched.getUnmatched().get(0), command, help);
        } else {
            String message = String.valueOf(refused.getMessage());
            terminal.fail(message.startsWith(PREFIX) ? message.substring(PREFIX.length()) : message, help);
        }
        return ExitCode.USAGE;
    }

    private void fail(String word, CommandLine command, String help) {
        Collection<String> known = List.of();
        String message = "'" + word + "' is one argument too many";
        if (word.startsWith("-")) {
            known = command.getCommandSpec().optionsMap().keySet();
            message = "no option '" + word + "'";
        } else if (!command.getSubcommands().isEmpty()) {
            known = command.getSubcommands().keySet();
            message = "no command '" + word + "'";
        }
        terminal.fail(
                message,
                DidYouMean.nearest(word, known)
                        .map(near -> "did you mean '" + near + "'? Or " + help)
                        .orElse(help));
    }
}
