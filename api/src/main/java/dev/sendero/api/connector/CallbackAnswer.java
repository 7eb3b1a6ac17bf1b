package dev.sendero.api.connector;

import java.util.List;

/** What is made of a provider's call. */
public sealed interface CallbackAnswer {

    /**
     * It is answered only after the reports are written down, so that the provider calls again when they are not.
     *
     * @param contentType of the body
     * @param body what the provider wants to hear; may be empty
     */
    record Taken(List<Report> reports, String contentType, String body) implements CallbackAnswer {}

    /**
     * Nothing of it counts.
     *
     * @param status of HTTP: 400 what is not understood, 401 or 403 what is not signed as it should be
     * @param reason for people, without address, body or secret
     */
    record Refused(int status, String reason) implements CallbackAnswer {}
}
