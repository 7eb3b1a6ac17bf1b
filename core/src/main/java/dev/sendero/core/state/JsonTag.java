package dev.sendero.core.state;

/** The byte that says what kind of JSON value follows in a saved state. */
final class JsonTag {

    static final byte TEXT = 0;
    static final byte FALSE = 1;
    static final byte TRUE = 2;
    static final byte WHOLE_NUMBER = 3;
    static final byte DECIMAL = 4;
    static final byte LIST = 5;
    static final byte OBJECT = 6;

    /** A text that is a time as events have it, in milliseconds since 1970; from version 2 on. */
    static final byte TIME = 7;

    private JsonTag() {}
}
