package dev.sendero.core.trait;

import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Membership;
import dev.sendero.core.state.Position;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.journey.Trigger.Segment.Change;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which of the segments that somebody watches customers are, and when that changes. */
public final class Memberships {

    private static final BitSet NONE = new BitSet();

    private final TraitBook book;
    private final List<KeptSegment> watched;
    private final Set<Long> rules = new HashSet<>();
    private final Map<String, BitSet> byTraitOf;
    private final BitSet all = new BitSet();
    private final boolean byAnyEvent;

    /**
     * @param names of the segments that are watched; those that nobody knows any more never change
     * @param stepsChangeProfiles whether a step of any journey does, which is seen with the customer's next event
     */
    public Memberships(TraitBook book, Set<String> names, boolean stepsChangeProfiles) {
        this.book = book;
        this.watched = book.segments().stream()
                .filter(segment -> names.contains(segment.name()))
                .toList();
        watched.forEach(segment -> rules.addAll(segment.rules()));
        all.set(0, watched.size());
        this.byTraitOf = byTraitOf(book, watched);
        this.byAnyEvent =
                !watched.isEmpty() && (stepsChangeProfiles || watched.stream().anyMatch(KeptSegment::looksAtTime));
    }

    /** Whether a change that no event brings about may be seen with any. */
    public boolean mayChangeByAnyEvent() {
        return byAnyEvent;
    }

    /** By the names of events, the places of the segments that look at a trait that such an event concerns. */
    private static Map<String, BitSet> byTraitOf(TraitBook book, List<KeptSegment> watched) {
        Map<String, BitSet> byEvent = new HashMap<>();
        for (int index = 0; index < watched.size(); index++) {
            for (String event : book.eventsOf(watched.get(index).rules())) {
                byEvent.computeIfAbsent(event, name -> new BitSet()).set(index);
            }
        }
        return byEvent;
    }

    /**
     * The places of the segments into which an event may bring a customer, or out of which: all where it is not known yet
     * where the customer is. What windows forget is noticed without an event.
     *
     * @param ofProfile whether it says something of the customer
     * @return not to be changed
     */
    public BitSet concernedBy(Customer customer, String event, boolean ofProfile) {
        return watched.isEmpty() || ofProfile || byAnyEvent || !isAllKnown(customer)
                ? all
                : byTraitOf.getOrDefault(event, NONE);
    }

    /** The rules of traits that these segments look at, by their ids. */
    public Set<Long> rules() {
        return rules;
    }

    /**
     * Keeps where a customer is before an event is applied, of segments of which it is not known: so that only what
     * changes by the event counts as a change. Of whom nothing has been seen is in no segment.
     *
     * @return whether something was not known
     */
    public boolean remember(Customer customer, long now) {
        if (watched.isEmpty() || isAllKnown(customer)) {
            return false;
        }
        boolean unseen = customer.position().equals(Position.START);
        Scope scope = scope(customer, now);
        List<Membership> memberships = new ArrayList<>();
        for (KeptSegment segment : watched) {
            Membership known = membership(customer, segment);
            memberships.add(known == null ? new Membership(segment.id(), !unseen && segment.has(scope)) : known);
        }
        customer.memberships(memberships);
        return true;
    }

    /** They are kept in the order in which they are watched. */
    private boolean isAllKnown(Customer customer) {
        List<Membership> known = customer.memberships();
        if (known.size() != watched.size()) {
            return false;
        }
        for (int index = 0; index < known.size(); index++) {
            if (known.get(index).segment() != watched.get(index).id()) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Membership membership(Customer customer, KeptSegment segment) {
        for (Membership membership : customer.memberships()) {
            if (membership.segment() == segment.id()) {
                return membership;
            }
        }
        return null;
    }

    /** What has changed by now, in the order of the file; kept from now on. To be asked after {@link #remember}. */
    public List<SegmentChange> changes(Customer customer, long now) {
        return changes(all, customer, now);
    }

    /** As {@link #changes}, where only some of the segments may have changed. @param asked their places */
    public List<SegmentChange> changes(BitSet asked, Customer customer, long now) {
        if (asked.isEmpty()) {
            return List.of();
        }
        Scope scope = scope(customer, now);
        List<SegmentChange> changes = new ArrayList<>(0);
        List<Membership> memberships = new ArrayList<>();
        for (int index = 0; index < watched.size(); index++) {
            KeptSegment segment = watched.get(index);
            Membership before = membership(customer, segment);
            boolean member = before == null || asked.get(index) ? segment.has(scope) : before.member();
            if (before != null && before.member() != member) {
                changes.add(new SegmentChange(segment.name(), member ? Change.ENTERED : Change.LEFT));
            }
            memberships.add(new Membership(segment.id(), member));
        }
        if (!memberships.equals(customer.memberships())) {
            customer.memberships(memberships);
        }
        return changes;
    }

    /** Whether a customer is in a watched segment, as far as that has been looked at. */
    public boolean isMember(Customer customer, String segment) {
        return watched.stream()
                .filter(each -> each.name().equals(segment))
                .map(each -> membership(customer, each))
                .anyMatch(membership -> membership != null && membership.member());
    }

    /** Forgets where a customer is, when nobody watches any segment. Returns whether there was something. */
    public boolean forgetOthers(Customer customer) {
        boolean forgets = watched.isEmpty() && !customer.memberships().isEmpty();
        if (forgets) {
            customer.memberships(List.of());
        }
        return forgets;
    }

    private Scope scope(Customer customer, long now) {
        return SegmentsView.scope(
                customer.id(), book.of(customer).traits(customer.profile().traits(), now), now);
    }
}
