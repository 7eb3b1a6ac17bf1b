package dev.sendero.connectors.webhook;

/** What came of one call. */
sealed interface Reply {

    /** @param retryAfter the header of that name; empty when there is none */
    record Answered(int status, String retryAfter) implements Reply {}

    /** The receiver has surely not seen the whole request. */
    record NotSent(String reason) implements Reply {}

    /** The receiver's address is not one that is called. */
    record Forbidden() implements Reply {}

    /** The request was written, and nothing that could be understood came back. */
    record Unanswered(String reason) implements Reply {}
}
