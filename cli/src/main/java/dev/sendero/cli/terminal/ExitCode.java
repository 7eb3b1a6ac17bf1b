package dev.sendero.cli.terminal;

/** What a command tells the shell when it ends. */
public final class ExitCode {

    public static final int FINE = 0;

    /** A project has problems, or a journey test failed. */
    public static final int PROBLEMS = 1;

    /** The command was called wrongly, or something that it was to read cannot be read. */
    public static final int USAGE = 2;

    /** The machine does not give what is needed: a port, a broker, space on a disk. */
    public static final int ENVIRONMENT = 3;

    /** By the user, with Ctrl-C. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
