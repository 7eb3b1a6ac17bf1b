package dev.sendero.broker;

/** The broker could not be started; the message says why, for people. */
public final class BrokerUnavailable extends Exception {

    private static final long serialVersionUID = 1;

    BrokerUnavailable(String message) {
        super(message);
    }

    BrokerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
