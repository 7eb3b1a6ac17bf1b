package dev.sendero.cli;

import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells the user that the command line cannot be understood, what was probably meant, and where the help is. */
record WrongUsage(Terminal terminal) implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException refused, String[] arguments) {
        CommandLine command = refused.getCommandLine();
        String help = "see '" + command.getCommandSpec().qualifiedName() + " --help'";
        List<String> meant =
                refused instanceof UnmatchedArgumentException unmatched ? unmatched.getSuggestions() : List.of();
        String hint = meant.isEmpty() ? help : "did you mean '" + String.join("' or '", meant) + "'? Or " + help;
        terminal.fail(String.valueOf(refused.getMessage()), hint);
        return ExitCode.USAGE;
    }
}
