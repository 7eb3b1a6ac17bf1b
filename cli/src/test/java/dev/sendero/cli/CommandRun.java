package dev.sendero.cli;

import dev.sendero.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParameterException;

/** A run of the sendero command in this process, as in a pipe. */
public record CommandRun(int exitCode, String out, String err) {

    public static CommandRun of(Object... arguments) {
        return withInput("", arguments);
    }

    public static CommandRun withInput(String input, Object... arguments) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        Terminal terminal = terminal(input, out, err);
        int exitCode = Sendero.commandLine(terminal)
                .execute(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
        return new CommandRun(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What is wrong with the words of a command, which is not run; empty when nothing is. */
    public static Optional<String> misuse(List<String> arguments) {
        try {
            Sendero.commandLine(terminal()).parseArgs(arguments.toArray(String[]::new));
            return Optional.empty();
        } catch (ParameterException wrong) {
            return Optional.of(String.valueOf(wrong.getMessage()));
        }
    }

    /** One to which nobody listens. */
    public static Terminal terminal() {
        return terminal("", new ByteArrayOutputStream(), new ByteArrayOutputStream());
    }

    private static Terminal terminal(String input, ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false,
                false,
                true);
    }
}
