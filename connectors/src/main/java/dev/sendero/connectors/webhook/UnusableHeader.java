package dev.sendero.connectors.webhook;

/** A header of a journey file that cannot be sent; the message says which, without its value. */
final class UnusableHeader extends Exception {

    private static final long serialVersionUID = 1;

    UnusableHeader(String message) {
        super(message);
    }
}
