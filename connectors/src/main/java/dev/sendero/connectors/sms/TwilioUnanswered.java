package dev.sendero.connectors.sms;

import dev.sendero.api.connector.Outcome;

/** A call that made no message, or of which nobody knows whether it did: it leaves Twilio's library through the middle. */
final class TwilioUnanswered extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Outcome outcome;

    TwilioUnanswered(Outcome outcome) {
        super(outcome.toString(), null, false, false);
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
