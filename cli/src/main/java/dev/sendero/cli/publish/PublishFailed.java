package dev.sendero.cli.publish;

/** The broker did not take the journeys; the message says why, for people. Publishing again is safe. */
public final class PublishFailed extends Exception {

    private static final long serialVersionUID = 1;

    PublishFailed(String message, Throwable cause) {
        super(message, cause);
    }
}
