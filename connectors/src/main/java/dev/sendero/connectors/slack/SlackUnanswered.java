package dev.sendero.connectors.slack;

import dev.sendero.api.connector.Outcome;
import java.io.IOException;

/** A call that Slack refused, or of which nobody knows what became of it: it leaves Slack's library through the middle. */
final class SlackUnanswered extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Outcome outcome;

    SlackUnanswered(Outcome outcome) {
        super(outcome.toString());
        this.outcome = outcome;
    }

    Outcome outcome() {
        return outcome;
    }
}
