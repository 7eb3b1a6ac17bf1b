package dev.sendero.api.log;

/**
 * Stands in a log for something that was thrown while a customer's data was at hand: its kind, where it happened and what
 * caused it, without messages, which may quote an address or a text.
 */
public final class WithoutWords extends Exception {

    private static final long serialVersionUID = 1;
    private static final int MOST_CAUSES = 10;

    /** For a log only: never thrown. */
    public WithoutWords(Throwable thrown) {
        this(thrown, MOST_CAUSES);
    }

    private WithoutWords(Throwable thrown, int causes) {
        super(
                thrown.getClass().getName(),
                thrown.getCause() == null || causes == 0 ? null : new WithoutWords(thrown.getCause(), causes - 1),
                false,
                true);
        setStackTrace(thrown.getStackTrace());
    }
}
