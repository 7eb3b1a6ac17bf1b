package dev.sendero.cli.backtest;

import dev.sendero.api.event.Event;
import dev.sendero.core.Linked;
import java.time.Instant;

/** One thing that is applied to a customer in a replay. */
public sealed interface ReplayInput {

    /** In event time. */
    Instant at();

    /** The customer does something. */
    record Happened(Event event) implements ReplayInput {
        @Override
        public Instant at() {
            return event.timestamp();
        }
    }

    /** A deadline has come. */
    record TimeCame(Instant at) implements ReplayInput {}

    /** The customer logs in on a device and takes over what it did. */
    record LoggedIn(Linked linked) implements ReplayInput {
        @Override
        public Instant at() {
            return linked.at();
        }
    }

    /** The customer was a device, and its user logs in. */
    record Left(Instant at) implements ReplayInput {}
}
