package dev.sendero.rules.journey;

import java.time.Duration;
import java.util.List;

/** The situation that starts a journey. */
public sealed interface Trigger {

    /**
     * Items in order, with other events between them ignored. {@code event: NAME} is a sequence of one occurrence.
     *
     * @param items the first is an occurrence
     * @param within since the first event; {@link SequenceItem#UNBOUNDED} without a bound
     * @param per what the events must agree on
     */
    record Sequence(List<SequenceItem> items, Duration within, Correlation per) implements Trigger {}

    /**
     * Nothing of these for so long, after at least one. Only the newest counts.
     *
     * @param events empty for any event but the receipts of our own messages and heartbeats
     */
    record Inactive(Duration lasting, List<EventMatch> events) implements Trigger {}
}
