package dev.sendero.cli;

import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.ExitCode;
import dev.sendero.cli.terminal.Terminal;
import java.util.function.BooleanSupplier;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells the user why a command could not go on; the program's own view of it only when {@code debug} asks for it. */
record Failures(Terminal terminal, BooleanSupplier debug) implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult arguments) {
        int exitCode;
        if (failure instanceof CommandFailure expected) {
            terminal.fail(String.valueOf(expected.getMessage()), expected.hint());
            exitCode = expected.exitCode();
        } else {
            terminal.fail(
                    "a fault in Sendero itself: " + failure,
                    "please report it, with what '" + command.getCommandSpec().qualifiedName() + " --debug' shows");
            exitCode = ExitCode.ENVIRONMENT;
        }
        if (debug.getAsBoolean()) {
            failure.printStackTrace(terminal.err());
        }
        return exitCode;
    }
}
