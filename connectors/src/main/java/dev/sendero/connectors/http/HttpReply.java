package dev.sendero.connectors.http;

/** What came of one call. */
public sealed interface HttpReply {

    /**
     * @param retryAfter the header of that name; empty when there is none
     * @param text the body, cut off where it is longer than anybody needs
     */
    record Answered(int status, String retryAfter, String text) implements HttpReply {}

    /** The provider has surely not seen the request. */
    record NotSent(String reason) implements HttpReply {}

    /** The request may have been read, and no answer came. */
    record Unanswered(String reason) implements HttpReply {}
}
