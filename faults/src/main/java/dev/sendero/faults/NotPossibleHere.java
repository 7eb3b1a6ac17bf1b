package dev.sendero.faults;

/** This machine lacks what a fault is made with. The message says what, for people. */
final class NotPossibleHere extends Exception {

    private static final long serialVersionUID = 1;

    NotPossibleHere(String message) {
        super(message);
    }
}
