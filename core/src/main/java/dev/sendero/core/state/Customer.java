package dev.sendero.core.state;

import dev.sendero.api.CustomerId;
import dev.sendero.api.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** All that is kept of one customer. Changed in place; all that it holds is immutable. */
public final class Customer {

    private final CustomerId id;
    private Position position = Position.START;
    private Profile profile = Profile.EMPTY;
    private final List<Partial> partials;
    private final List<Hosted> hosted;
    private final List<Run> runs;
    private final List<Entry> entries;
    private long nextDeadline = Deadline.NEVER;

    public Customer(CustomerId id) {
        this(id, new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0), new ArrayList<>(0));
    }

    private Customer(CustomerId id, List<Partial> partials, List<Hosted> hosted, List<Run> runs, List<Entry> entries) {
        this.id = id;
        this.partials = partials;
        this.hosted = hosted;
        this.runs = runs;
        this.entries = entries;
    }

    public Customer copy() {
        var copy = new Customer(
                id,
                new ArrayList<>(partials),
                new ArrayList<>(hosted),
                new ArrayList<>(runs),
                new ArrayList<>(entries));
        copy.position = position;
        copy.profile = profile;
        copy.nextDeadline = nextDeadline;
        return copy;
    }

    public CustomerId id() {
        return id;
    }

    /** The last event or deadline applied. */
    public Position position() {
        return position;
    }

    /** Never goes back. */
    public void moveTo(Position newPosition) {
        if (newPosition.isAfter(position)) {
            position = newPosition;
        }
    }

    public Profile profile() {
        return profile;
    }

    public void change(Profile newProfile) {
        profile = newProfile;
    }

    /** Partial situations in the order in which they began; to be changed in place. */
    public List<Partial> partials() {
        return partials;
    }

    /** What detectors that are not built in remember, one for each journey version at most. */
    public List<Hosted> hosted() {
        return hosted;
    }

    /** What the detector of a version remembers; nothing when it has not been asked yet. */
    public Hosted hosted(JourneyVersion journey) {
        for (Hosted state : hosted) {
            if (state.journey().equals(journey)) {
                return state;
            }
        }
        return Hosted.nothing(journey);
    }

    /** Keeps what a detector remembers from now on, in the place of what it remembered before. */
    public void keep(Hosted newer) {
        hosted.removeIf(state -> state.journey().equals(newer.journey()));
        if (!newer.isEmpty()) {
            hosted.add(newer);
        }
    }

    /** Runs in the order of entry, ended ones that may still convert among them; to be changed in place. */
    public List<Run> runs() {
        return runs;
    }

    /** Remembered entries, oldest first; to be changed in place. */
    public List<Entry> entries() {
        return entries;
    }

    /** All but who it is and where it stands in time. */
    public void forgetAll() {
        profile = Profile.EMPTY;
        partials.clear();
        hosted.clear();
        runs.clear();
        entries.clear();
        nextDeadline = Deadline.NEVER;
    }

    /** Puts a newer state of a run in the place of the older. */
    public void replace(Run newer) {
        runs.set(indexOf(newer.id()), newer);
    }

    public void forget(RunId run) {
        runs.remove(indexOf(run));
    }

    private int indexOf(RunId run) {
        for (int index = 0; index < runs.size(); index++) {
            if (runs.get(index).id().equals(run)) {
                return index;
            }
        }
        throw new IllegalStateException("run " + run + ": absent (expected: a run of customer " + id + ")");
    }

    /** As computed last; milliseconds since 1970. */
    public long nextDeadline() {
        return nextDeadline;
    }

    public void nextDeadline(long millis) {
        nextDeadline = millis;
    }

    /** The position alone is nothing. */
    public boolean isEmpty() {
        return profile.isEmpty() && partials.isEmpty() && hosted.isEmpty() && runs.isEmpty() && entries.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Customer that
                && id.equals(that.id)
                && position.equals(that.position)
                && profile.equals(that.profile)
                && partials.equals(that.partials)
                && hosted.equals(that.hosted)
                && runs.equals(that.runs)
                && entries.equals(that.entries)
                && nextDeadline == that.nextDeadline;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, position, profile, partials, hosted, runs, entries, nextDeadline);
    }
}
