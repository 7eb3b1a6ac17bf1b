package dev.sendero.core.state;

import dev.sendero.api.CustomerId;
import dev.sendero.api.RunId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** All that is kept of one customer. Changed in place; all that it holds is immutable. */
public final class Customer {

    private @Nullable CustomerId id;
    private long positionMillis = Position.START.millis();
    private String positionEvent = Position.START.event();
    private Profile profile = Profile.EMPTY;
    private final Partials partials;
    private final List<InheritedPartial> inherited;
    private final List<Hosted> hosted;
    private final List<Run> runs;
    private final List<Entry> entries;
    private long nextDeadline = Deadline.NEVER;

    /** Somebody of whom {@link #belongsTo} is to say who it is. */
    Customer() {
        this(null, new Partials(), List.of(), List.of(), List.of(), List.of());
    }

    public Customer(CustomerId id) {
        this(id, new Partials(), List.of(), List.of(), List.of(), List.of());
    }

    private Customer(
            @Nullable CustomerId id,
            Partials partials,
            List<InheritedPartial> inherited,
            List<Hosted> hosted,
            List<Run> runs,
            List<Entry> entries) {
        this.id = id;
        this.partials = partials;
        this.inherited = new ArrayList<>(inherited);
        this.hosted = new ArrayList<>(hosted);
        this.runs = new ArrayList<>(runs);
        this.entries = new ArrayList<>(entries);
    }

    public Customer copy() {
        var copy = new Customer(id, partials.copy(), inherited, hosted, runs, entries);
        copy.positionMillis = positionMillis;
        copy.positionEvent = positionEvent;
        copy.profile = profile;
        copy.nextDeadline = nextDeadline;
        return copy;
    }

    /** @throws IllegalStateException when nobody has said yet who it is */
    public CustomerId id() {
        CustomerId known = id;
        if (known == null) {
            throw new IllegalStateException("customer: not known (expected: said before anything is decided)");
        }
        return known;
    }

    public boolean isKnown() {
        return id != null;
    }

    /** Says who it is: what is saved does not. */
    public void belongsTo(CustomerId customer) {
        id = customer;
    }

    /** The last event or deadline applied. */
    public Position position() {
        return new Position(positionMillis, positionEvent);
    }

    /** Where the customer is, against the place of an event: below 0 before it, 0 at it, above 0 after it. */
    public int compareTo(long millis, String event) {
        return Position.compare(positionMillis, positionEvent, millis, event);
    }

    /** Never goes back. */
    public void moveTo(Position newPosition) {
        moveTo(newPosition.millis(), newPosition.event());
    }

    /** Never goes back. */
    public void moveTo(long millis, String event) {
        if (compareTo(millis, event) < 0) {
            positionMillis = millis;
            positionEvent = event;
        }
    }

    public Profile profile() {
        return profile;
    }

    public void change(Profile newProfile) {
        profile = newProfile;
    }

    /** Partial situations in the order in which they began; to be changed in place. */
    public Partials partials() {
        return partials;
    }

    /** Partial situations as version 1 left them, until there are journeys at hand; to be changed in place. */
    public List<InheritedPartial> inherited() {
        return inherited;
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
        inherited.clear();
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
        throw new IllegalStateException("run " + run + ": absent (expected: a run of customer " + id() + ")");
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
        return profile.isEmpty()
                && partials.isEmpty()
                && inherited.isEmpty()
                && hosted.isEmpty()
                && runs.isEmpty()
                && entries.isEmpty();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Customer that
                && Objects.equals(id, that.id)
                && position().equals(that.position())
                && profile.equals(that.profile)
                && partials.equals(that.partials)
                && inherited.equals(that.inherited)
                && hosted.equals(that.hosted)
                && runs.equals(that.runs)
                && entries.equals(that.entries)
                && nextDeadline == that.nextDeadline;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, positionMillis, profile, partials, hosted, runs, entries, nextDeadline);
    }
}
