package dev.sendero.rules.template.filter;

/** A template cannot go on. The message is for people and says nothing of the customer's data. */
public final class LiquidFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    public LiquidFailure(String message) {
        super(message);
    }
}
