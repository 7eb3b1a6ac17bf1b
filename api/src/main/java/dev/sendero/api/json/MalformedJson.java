package dev.sendero.api.json;

/** Bytes that were to be a record and are not; the message says what is wrong, for people, without the content. */
public final class MalformedJson extends Exception {

    private static final long serialVersionUID = 1;

    public MalformedJson(String message) {
        super(message);
    }

    public MalformedJson(String message, Throwable cause) {
        super(message, cause);
    }
}
