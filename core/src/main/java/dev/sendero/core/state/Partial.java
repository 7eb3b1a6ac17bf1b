package dev.sendero.core.state;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A situation that has begun and is not complete. It belongs to a shape, the same for all journey versions that look
 * for the same thing; for which of them it counts follows from what is kept here and is not kept itself. Changed in
 * place.
 */
public final class Partial {

    /** The first event has no number that matters. */
    public static final double NO_VALUE = Double.NaN;

    private static final long[] NOTHING_PASSED = {};

    private final long shape;
    private final String key;
    private final double value;
    private final @Nullable JourneyVersion only;
    private int item;
    private int count;
    private String firstEvent;
    private long firstAt;
    private String lastEvent;
    private long since;
    private boolean sinceDeadline;
    private long fired;
    private long[] passed = NOTHING_PASSED;
    private Map<String, Object> captured = Map.of();
    private Map<String, Object> trigger = Map.of();
    private long deadline = Deadline.NEVER;

    /**
     * @param key what the journeys' {@code per} found; empty without it
     * @param value the number of the first event that journeys of this shape have different thresholds for
     * @param only the version that it counts for, of a situation that has been taken over from version 1; null for all
     *     that fit
     */
    public Partial(
            long shape, String key, double value, @Nullable JourneyVersion only, String firstEvent, long firstAt) {
        this.shape = shape;
        this.key = key;
        this.value = value;
        this.only = only;
        this.firstEvent = firstEvent;
        this.firstAt = firstAt;
        this.lastEvent = firstEvent;
        this.since = firstAt;
    }

    public Partial copy() {
        var copy = new Partial(shape, key, value, only, firstEvent, firstAt);
        copy.item = item;
        copy.count = count;
        copy.lastEvent = lastEvent;
        copy.since = since;
        copy.sinceDeadline = sinceDeadline;
        copy.fired = fired;
        copy.passed = passed;
        copy.captured = captured;
        copy.trigger = trigger;
        copy.deadline = deadline;
        return copy;
    }

    /** An event counts for the present item and more of them are needed. */
    public void count(String event) {
        count++;
        lastEvent = event;
    }

    /** An event completes the present item. */
    public void goOn(String event, long at) {
        lastEvent = event;
        goOn(at, false);
    }

    /** An absence is complete. */
    public void goOn(long at) {
        goOn(at, true);
    }

    private void goOn(long at, boolean byDeadline) {
        item++;
        count = 0;
        since = at;
        sinceDeadline = byDeadline;
        fired = 0;
    }

    /** It begins anew with an event, as a silence does. */
    public void restart(String event, long at) {
        firstEvent = event;
        firstAt = at;
        lastEvent = event;
        since = at;
    }

    /** Puts it where a saved one stood. */
    public void stand(int newItem, int newCount, String newLastEvent, long newSince, boolean byDeadline) {
        item = newItem;
        count = newCount;
        lastEvent = newLastEvent;
        since = newSince;
        sinceDeadline = byDeadline;
    }

    /** How long an item took that has a length of its own in each journey, milliseconds. */
    public void pass(long length) {
        passed = Arrays.copyOf(passed, passed.length + 1);
        passed[passed.length - 1] = length;
    }

    public long shape() {
        return shape;
    }

    public String key() {
        return key;
    }

    public double value() {
        return value;
    }

    public @Nullable JourneyVersion only() {
        return only;
    }

    /** The index of the trigger's item that it waits at. */
    public int item() {
        return item;
    }

    /** How many events that item has had. */
    public int count() {
        return count;
    }

    public String firstEvent() {
        return firstEvent;
    }

    /** Milliseconds since 1970. */
    public long firstAt() {
        return firstAt;
    }

    public String lastEvent() {
        return lastEvent;
    }

    /** Where the present item counts from, milliseconds since 1970. */
    public long since() {
        return since;
    }

    /** Whether the present item counts from a deadline, after all events of that millisecond. */
    public boolean isSinceDeadline() {
        return sinceDeadline;
    }

    /** Where the present item counts from; of an item that has had no event yet. */
    public Position anchor() {
        return sinceDeadline ? Position.ofDeadline(since) : new Position(since, lastEvent);
    }

    /** Absences up to this length have been complete, for the journeys that wait so long; milliseconds. */
    public long fired() {
        return fired;
    }

    public void fired(long length) {
        fired = length;
    }

    /** How long the items behind it took that have a length of their own in each journey. Not to be changed. */
    public long[] passed() {
        return passed;
    }

    /** Captured events by the index of their item. */
    public Map<String, Object> captured() {
        return captured;
    }

    public void captured(Map<String, Object> newCaptured) {
        captured = newCaptured;
    }

    /** The newest event, where nothing but an absence can follow; empty elsewhere. */
    public Map<String, Object> trigger() {
        return trigger;
    }

    public void trigger(Map<String, Object> newTrigger) {
        trigger = newTrigger;
    }

    /** When something becomes of it without an event, milliseconds since 1970. */
    public long deadline() {
        return deadline;
    }

    public void deadline(long newDeadline) {
        deadline = newDeadline;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Partial that
                && shape == that.shape
                && key.equals(that.key)
                && Double.compare(value, that.value) == 0
                && Objects.equals(only, that.only)
                && item == that.item
                && count == that.count
                && firstEvent.equals(that.firstEvent)
                && firstAt == that.firstAt
                && lastEvent.equals(that.lastEvent)
                && since == that.since
                && sinceDeadline == that.sinceDeadline
                && fired == that.fired
                && Arrays.equals(passed, that.passed)
                && captured.equals(that.captured)
                && trigger.equals(that.trigger)
                && deadline == that.deadline;
    }

    @Override
    public int hashCode() {
        return Objects.hash(shape, key, firstEvent, item, count, since);
    }
}
