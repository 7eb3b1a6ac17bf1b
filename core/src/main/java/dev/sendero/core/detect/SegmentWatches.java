package dev.sendero.core.detect;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.trait.Memberships;
import dev.sendero.core.trait.SegmentChange;
import dev.sendero.core.trait.TraitBook;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.Trigger.Segment.Change;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The journeys that begin when a customer comes to be in a segment, or no longer is. Immutable. */
public final class SegmentWatches {

    private static final String BY_TIME = "segment";

    private final TraitBook book;
    private final Memberships memberships;
    private final List<Watch> watches;

    private record Watch(JourneyVersion journey, int rank, Openings openings, Trigger.Segment trigger, long begins) {

        boolean isOpenFor(SegmentChange change, long millis) {
            return trigger.segment().equals(change.segment())
                    && trigger.change() == change.change()
                    && openings.contain(millis);
        }

        static Watch of(WatchedVersion version) {
            return new Watch(
                    version.name(),
                    version.rank(),
                    version.openings(),
                    (Trigger.Segment) version.journey().trigger(),
                    version.openings().list().stream()
                            .mapToLong(Openings.Opening::from)
                            .min()
                            .orElse(Long.MAX_VALUE));
        }
    }

    /**
     * @param versions those whose triggers are changes of segments
     * @param stepsChangeProfiles whether a step of any journey does
     */
    public SegmentWatches(Collection<WatchedVersion> versions, TraitBook book, boolean stepsChangeProfiles) {
        this.book = book;
        this.watches = versions.stream().map(Watch::of).toList();
        this.memberships = new Memberships(
                book,
                watches.stream().map(watch -> watch.trigger().segment()).collect(Collectors.toSet()),
                stepsChangeProfiles);
    }

    public static boolean isWatched(WatchedVersion version) {
        return version.journey().trigger() instanceof Trigger.Segment;
    }

    /** Whether a change may be seen with an event of any name. */
    public boolean mayChangeByAnyEvent() {
        return memberships.mayChangeByAnyEvent();
    }

    /** See {@link Memberships#concernedBy}. */
    public BitSet concernedBy(Customer customer, String event, boolean ofProfile) {
        return memberships.concernedBy(customer, event, ofProfile);
    }

    /** To be called before an event is applied. Returns whether something was not known. */
    public boolean remember(Customer customer, long now) {
        return memberships.remember(customer, now);
    }

    /** What has changed since the last time; each change is told once. */
    public List<SegmentChange> changes(Customer customer, long now) {
        return memberships.changes(customer, now);
    }

    /** As {@link #changes}, where only some of the segments may have changed. @param asked their places */
    public List<SegmentChange> changes(BitSet asked, Customer customer, long now) {
        return memberships.changes(asked, customer, now);
    }

    /** Adds what a change begins; nothing before the journeys' own times. */
    public void find(List<SegmentChange> changes, Moment moment, Findings findings) {
        if (changes.isEmpty()) {
            return;
        }
        for (SegmentChange change : changes) {
            for (Watch watch : watches) {
                if (watch.isOpenFor(change, moment.millis())) {
                    findings.add(watch.rank(), situation(watch, moment));
                }
            }
        }
    }

    /** As {@link #find}, where nothing else can begin. */
    public Findings find(List<SegmentChange> changes, Moment moment) {
        var findings = new Findings(Map.of());
        find(changes, moment, findings);
        return findings;
    }

    /**
     * Who is in a segment when a journey begins that asks for those as well. A journey begins with the first of its
     * versions; those that replace it ask for nobody.
     */
    public Findings existing(Customer customer, Moment moment) {
        var findings = new Findings(Map.of());
        for (Watch watch : watches) {
            boolean begins =
                    watch.begins() == moment.millis() && watches.stream().noneMatch(other -> isEarlier(other, watch));
            if (watch.trigger().existing()
                    && watch.trigger().change() == Change.ENTERED
                    && begins
                    && memberships.isMember(customer, watch.trigger().segment())) {
                findings.add(watch.rank(), situation(watch, moment));
            }
        }
        return findings;
    }

    private static boolean isEarlier(Watch other, Watch watch) {
        return other.journey().journey().equals(watch.journey().journey())
                && other.trigger().segment().equals(watch.trigger().segment())
                && other.begins() < watch.begins();
    }

    /** What an event has brought about is known by it, what time has by the time. */
    private static Situation situation(Watch watch, Moment moment) {
        String cause = moment.isOfEvent()
                ? moment.event().id().value()
                : BY_TIME + " " + watch.trigger().segment() + " " + moment.millis();
        return new Situation(watch.journey(), "", cause, cause, Map.of(), moment.eventMap());
    }

    /** When a segment may change by time, or something is to be forgotten; milliseconds since 1970. */
    public long next(Customer customer) {
        return book.next(customer, memberships.rules());
    }

    /** Returns whether there was something. */
    public boolean forgetOthers(Customer customer) {
        return memberships.forgetOthers(customer);
    }
}
