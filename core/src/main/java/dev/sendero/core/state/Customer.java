package dev.sendero.core.state;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of one customer. Changed in place; all that it holds is immutable. Most customers have neither runs
 * nor entries, and millions of empty lists would cost memory.
 */
public final class Customer {

    private @Nullable CustomerId id;
    private long positionMillis = Position.START.millis();
    private String positionEvent = Position.START.event();
    private Profile profile = Profile.EMPTY;
    private final Partials partials;
    private List<InheritedPartial> inherited = List.of();
    private List<Hosted> hosted = List.of();
    private List<Run> runs = List.of();
    private List<Entry> entries = List.of();
    private List<Tally> tallies = List.of();
    private CountedEvents counted = CountedEvents.NONE;
    private List<Membership> memberships = List.of();
    private List<Sent> sent = List.of();
    private List<Occasion> occasions = List.of();
    private ComingOccasion coming = ComingOccasion.UNKNOWN;
    private long nextDeadline = Deadline.NEVER;

    /** Somebody of whom {@link #belongsTo} is to say who it is. */
    Customer() {
        this(null, new Partials());
    }

    public Customer(CustomerId id) {
        this(id, new Partials());
    }

    private Customer(@Nullable CustomerId id, Partials partials) {
        this.id = id;
        this.partials = partials;
    }

    public Customer copy() {
        var copy = new Customer(id, partials.copy());
        copy.positionMillis = positionMillis;
        copy.positionEvent = positionEvent;
        copy.profile = profile;
        copy.inherited = copyOf(inherited);
        copy.hosted = copyOf(hosted);
        copy.runs = copyOf(runs);
        copy.entries = copyOf(entries);
        copy.tallies = tallies;
        copy.counted = counted;
        copy.memberships = memberships;
        copy.sent = copyOf(sent);
        copy.occasions = copyOf(occasions);
        copy.nextDeadline = nextDeadline;
        return copy;
    }

    private static <T> List<T> copyOf(List<T> list) {
        return list.isEmpty() ? List.of() : new ArrayList<>(list);
    }

    /** The list to go on with. */
    private static <T> List<T> with(List<T> list, T element) {
        List<T> extended = list.isEmpty() ? new ArrayList<>(1) : list;
        extended.add(element);
        return extended;
    }

    /** The list to go on with. */
    private static <T> List<T> without(List<T> list, Predicate<T> leaving) {
        if (!list.isEmpty()) {
            list.removeIf(leaving);
        }
        return list.isEmpty() ? List.of() : list;
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

    /** The time of the last event or deadline applied, milliseconds since 1970. */
    public long millis() {
        return positionMillis;
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

    /** Partial situations as version 1 left them, until there are journeys at hand. Not to be changed. */
    public List<InheritedPartial> inherited() {
        return inherited;
    }

    public void add(InheritedPartial partial) {
        inherited = with(inherited, partial);
    }

    public void forgetInherited() {
        inherited = List.of();
    }

    /** What detectors that are not built in remember, one for each journey version at most. Not to be changed. */
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
        forgetHosted(state -> state.journey().equals(newer.journey()));
        if (!newer.isEmpty()) {
            hosted = with(hosted, newer);
        }
    }

    public void forgetHosted(Predicate<Hosted> leaving) {
        hosted = without(hosted, leaving);
    }

    /** Runs in the order of entry, ended ones that may still convert among them. Not to be changed. */
    public List<Run> runs() {
        return runs;
    }

    public void add(Run run) {
        runs = with(runs, run);
    }

    public void forgetRuns(Predicate<Run> leaving) {
        runs = without(runs, leaving);
    }

    /** Remembered entries, oldest first. Not to be changed. */
    public List<Entry> entries() {
        return entries;
    }

    public void add(Entry entry) {
        entries = with(entries, entry);
    }

    public void forgetEntries(Predicate<Entry> leaving) {
        entries = without(entries, leaving);
    }

    /** What is kept for computed traits. Immutable: another list takes its place. */
    public List<Tally> tallies() {
        return tallies;
    }

    /** Who has none left has counted nothing. */
    public void tallies(List<Tally> newer) {
        tallies = List.copyOf(newer);
        counted = tallies.isEmpty() ? CountedEvents.NONE : counted;
    }

    /** The events that are in the tallies, as far as that is remembered. */
    public CountedEvents counted() {
        return counted;
    }

    public void counted(CountedEvents newer) {
        counted = newer;
    }

    /** In which of the segments that are watched the customer is. Immutable: another list takes its place. */
    public List<Membership> memberships() {
        return memberships;
    }

    public void memberships(List<Membership> newer) {
        memberships = List.copyOf(newer);
    }

    /** Messages that count for frequency caps, oldest first. Not to be changed. */
    public List<Sent> sent() {
        return sent;
    }

    public void add(Sent message) {
        sent = with(sent, message);
    }

    public void forgetSent(Predicate<Sent> leaving) {
        sent = without(sent, leaving);
    }

    /** Days of the calendar that have come, one for each journey at most. Not to be changed. */
    public List<Occasion> occasions() {
        return occasions;
    }

    /** In the place of the journey's last one. */
    public void remember(Occasion newer) {
        forgetOccasions(occasion -> occasion.journey().equals(newer.journey()));
        occasions = with(occasions, newer);
    }

    public void forgetOccasions(Predicate<Occasion> leaving) {
        occasions = without(occasions, leaving);
        coming = ComingOccasion.UNKNOWN;
    }

    public ComingOccasion coming() {
        return coming;
    }

    public void coming(ComingOccasion newer) {
        coming = newer;
    }

    /** The last day of the calendar that a journey had; {@link LocalDate#MIN} for none. */
    public LocalDate lastDayOf(JourneyId journey) {
        for (Occasion occasion : occasions) {
            if (occasion.journey().equals(journey)) {
                return LocalDate.ofEpochDay(occasion.day());
            }
        }
        return LocalDate.MIN;
    }

    /** All but who it is and where it stands in time. */
    public void forgetAll() {
        profile = Profile.EMPTY;
        partials.clear();
        inherited = List.of();
        hosted = List.of();
        runs = List.of();
        entries = List.of();
        tallies = List.of();
        counted = CountedEvents.NONE;
        memberships = List.of();
        sent = List.of();
        occasions = List.of();
        coming = ComingOccasion.UNKNOWN;
        nextDeadline = Deadline.NEVER;
    }

    /** Puts a newer state of a run in the place of the older. */
    public void replace(Run newer) {
        runs.set(indexOf(newer.id()), newer);
    }

    public void forget(RunId run) {
        Run known = runs.get(indexOf(run));
        forgetRuns(known::equals);
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

    /** The position alone is nothing, and neither is it to be in no segment, or a day of the calendar that has come. */
    public boolean isEmpty() {
        return profile.isEmpty()
                && partials.isEmpty()
                && inherited.isEmpty()
                && hosted.isEmpty()
                && runs.isEmpty()
                && entries.isEmpty()
                && tallies.isEmpty()
                && sent.isEmpty()
                && isInNoSegment();
    }

    private boolean isInNoSegment() {
        for (Membership membership : memberships) {
            if (membership.member()) {
                return false;
            }
        }
        return true;
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
                && tallies.equals(that.tallies)
                && counted.equals(that.counted)
                && memberships.equals(that.memberships)
                && sent.equals(that.sent)
                && occasions.equals(that.occasions)
                && nextDeadline == that.nextDeadline;
    }

    @Override
    public int hashCode() {
        return Objects.hash(id, positionMillis, profile, partials, hosted, runs, entries, nextDeadline);
    }
}
