package dev.sendero.cli.process;

/** The machine does not give what the process needs: a port, a broker, space. Message and hint are for people. */
public final class EnvironmentProblem extends Exception {

    private static final long serialVersionUID = 1;

    private final String hint;

    EnvironmentProblem(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    EnvironmentProblem(String message, String hint, Throwable cause) {
        super(message, cause);
        this.hint = hint;
    }

    public String hint() {
        return hint;
    }
}
