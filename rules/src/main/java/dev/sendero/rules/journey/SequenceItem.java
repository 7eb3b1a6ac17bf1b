package dev.sendero.rules.journey;

import java.time.Duration;
import java.util.List;

/** One thing that a sequence waits for. */
public sealed interface SequenceItem {

    /** No bound. */
    Duration UNBOUNDED = Duration.ofSeconds(Long.MAX_VALUE / 1_000);

    /** The events that it looks at: those that happen or those that do not. */
    List<EventMatch> matches();

    /**
     * One of some events happens, {@code times} times.
     *
     * @param anyOf at least one; the first whose condition is true takes the event
     * @param as the name under which the event is captured; empty when the file gives none
     * @param times at least 1
     * @param within since the previous item; {@link #UNBOUNDED} without a bound
     */
    record Occurrence(List<EventMatch> anyOf, String as, int times, Duration within) implements SequenceItem {
        @Override
        public List<EventMatch> matches() {
            return anyOf;
        }
    }

    /**
     * None of some events happens for a while after the previous item.
     *
     * @param noneOf at least one
     * @param lasting 1 ms or more
     */
    record Absence(List<EventMatch> noneOf, Duration lasting) implements SequenceItem {
        @Override
        public List<EventMatch> matches() {
            return noneOf;
        }
    }
}
