package dev.sendero.api.connector;

/** Understands what one provider says on its own account: receipts, bounces, answers of people. Called by many threads. */
public interface CallbackReader {

    /** The end of the path that the provider calls, {@code /v1/callbacks/NAME}: lower case. */
    String name();

    /** Looks first whether the provider itself says it. Never throws for what is sent. */
    CallbackAnswer read(CallbackRequest request);
}
