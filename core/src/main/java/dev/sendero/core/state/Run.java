package dev.sendero.core.state;

import dev.sendero.api.RunId;
import java.util.Map;

/**
 * A run: on its way, or ended and remembered because it may still convert.
 *
 * @param key what the journey's {@code per} found; empty without it
 * @param enteredAt milliseconds since 1970
 * @param captured the maps of captured events, by name, and of the event that completed the trigger, under
 *     {@code trigger}
 * @param position the node of its program that it waits at or goes on with; {@link #ENDED} when it has ended
 * @param waiting whether it waits at that node for something to happen; otherwise it goes on there at its deadline
 * @param deadline when it goes on, times out or is forgotten, milliseconds since 1970
 * @param converted whether its conversion has been counted
 * @param held whether it waits because its journey is paused
 * @param marks what waits that it has yet to come to will ask for: JSON values by name
 * @param since when it began to wait at its node, where that is asked for; else the time of entry. Milliseconds since
 *     1970
 */
public record Run(
        RunId id,
        JourneyVersion journey,
        String key,
        long enteredAt,
        Map<String, Object> captured,
        int position,
        boolean waiting,
        long deadline,
        boolean converted,
        boolean held,
        Map<String, Object> marks,
        long since) {

    public static final int ENDED = -1;

    /** One that has just begun: it goes on at once with its first step. */
    public static Run begun(RunId id, JourneyVersion journey, String key, long at, Map<String, Object> captured) {
        return new Run(id, journey, key, at, captured, 0, false, at, false, false, Map.of(), at);
    }

    public boolean isActive() {
        return position != ENDED;
    }

    /** The same, but for the version; places are still those of the version before. */
    public Run inVersion(JourneyVersion version) {
        return new Run(
                id, version, key, enteredAt, captured, position, waiting, deadline, converted, held, marks, since);
    }

    /** Goes on at a node, at a time. */
    public Run goingOn(int node, long at) {
        return new Run(id, journey, key, enteredAt, captured, node, false, at, converted, held, marks, since);
    }

    /** Waits at a node for its deadline, and remembers since when. */
    public Run restingAt(int node, long restingSince, long until) {
        return new Run(id, journey, key, enteredAt, captured, node, true, until, converted, held, marks, restingSince);
    }

    /** Waits at a node for something to happen. */
    public Run waitingAt(int node, long timeout) {
        return new Run(id, journey, key, enteredAt, captured, node, true, timeout, converted, held, marks, since);
    }

    public Run capturing(Map<String, Object> newCaptured) {
        return new Run(
                id, journey, key, enteredAt, newCaptured, position, waiting, deadline, converted, held, marks, since);
    }

    public Run marking(Map<String, Object> newMarks) {
        return new Run(
                id, journey, key, enteredAt, captured, position, waiting, deadline, converted, held, newMarks, since);
    }

    public Run afterConversion() {
        return new Run(id, journey, key, enteredAt, captured, position, waiting, deadline, true, held, marks, since);
    }

    public Run heldBack(boolean nowHeld) {
        return new Run(
                id, journey, key, enteredAt, captured, position, waiting, deadline, converted, nowHeld, marks, since);
    }

    /** What is left of it until its conversion window closes. */
    public Run ended(Map<String, Object> stillNeeded, long conversionEnds) {
        return new Run(
                id,
                journey,
                key,
                enteredAt,
                stillNeeded,
                ENDED,
                false,
                conversionEnds,
                converted,
                false,
                Map.of(),
                enteredAt);
    }
}
