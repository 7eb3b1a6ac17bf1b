package dev.sendero.rules.layout;

/** A file has what the layout does not know, so it is left as it is; never leaves this package. */
final class CannotLayOut extends RuntimeException {

    private static final long serialVersionUID = 1;

    CannotLayOut(String what) {
        super(what, null, false, false);
    }
}
