package dev.sendero.cli.backtest;

import dev.sendero.api.event.Event;
import dev.sendero.engine.event.Linkage;
import dev.sendero.engine.event.ReceivedEvent;
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

    /** The customer logs in on a device by an event, and before that takes over what the device did. */
    record LoggedIn(Event event) implements ReplayInput {
        @Override
        public Instant at() {
            return event.timestamp();
        }
    }

    /** The customer was a device, and its user logs in. */
    record Left(Instant at) implements ReplayInput {}

    /** A deadline has come. */
    record TimeCame(Instant at) implements ReplayInput {}

    /** An event as it was recognised, with all of its properties. */
    static ReplayInput of(ReceivedEvent received) {
        if (received.linkage() instanceof Linkage.Departure) {
            return new Left(Instant.ofEpochMilli(received.timestampMillis()));
        }
        return received.linkage() instanceof Linkage.Login
                ? new LoggedIn(received.event())
                : new Happened(received.event());
    }
}
