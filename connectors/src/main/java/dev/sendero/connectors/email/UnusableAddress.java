package dev.sendero.connectors.email;

/** A text that is to be an e-mail address and is none; the message says why, without the address. */
final class UnusableAddress extends Exception {

    private static final long serialVersionUID = 1;

    UnusableAddress(String message) {
        super(message);
    }
}
