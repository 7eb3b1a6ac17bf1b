package dev.sendero.cli.terminal;

/**
 * A command cannot go on. The message says to the user what is wrong, with its place; the hint says what to do
 * instead and is empty when there is nothing to add. Both may have several lines.
 */
public final class CommandFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;
    private final String hint;

    private CommandFailure(int exitCode, String message, String hint) {
        super(message);
        this.exitCode = exitCode;
        this.hint = hint;
    }

    /** The command was called wrongly, or an input cannot be read. */
    public static CommandFailure usage(String message, String hint) {
        return new CommandFailure(ExitCode.USAGE, message, hint);
    }

    /** The machine does not give what is needed. */
    public static CommandFailure environment(String message, String hint) {
        return new CommandFailure(ExitCode.ENVIRONMENT, message, hint);
    }

    /** What was caused by an exception that {@code --debug} may show. */
    public CommandFailure causedBy(Throwable cause) {
        initCause(cause);
        return this;
    }

    public int exitCode() {
        return exitCode;
    }

    public String hint() {
        return hint;
    }
}
