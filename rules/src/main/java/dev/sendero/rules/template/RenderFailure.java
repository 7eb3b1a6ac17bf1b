package dev.sendero.rules.template;

/** A message that cannot be rendered; the message says why, for people, without the customer's data. */
public final class RenderFailure extends Exception {

    private static final long serialVersionUID = 1;

    public RenderFailure(String message) {
        super(message);
    }

    public RenderFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
