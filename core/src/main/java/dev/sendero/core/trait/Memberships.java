package dev.sendero.core.trait;

import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Membership;
import dev.sendero.core.state.Position;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.journey.Trigger.Segment.Change;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** In which of the segments that somebody watches customers are, and when that changes. */
public final class Memberships {

    private final TraitBook book;
    private final List<KeptSegment> watched;
    private final Set<Long> rules = new HashSet<>();

    /** @param names of the segments that are watched; those that nobody knows any more never change */
    public Memberships(TraitBook book, Set<String> names) {
        this.book = book;
        this.watched = book.segments().stream()
                .filter(segment -> names.contains(segment.name()))
                .toList();
        watched.forEach(segment -> rules.addAll(segment.rules()));
    }

    /** Whether nothing is watched. */
    public boolean isEmpty() {
        return watched.isEmpty();
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

    private boolean isAllKnown(Customer customer) {
        for (KeptSegment segment : watched) {
            if (membership(customer, segment) == null) {
                return false;
            }
        }
        return customer.memberships().size() == watched.size();
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
        if (watched.isEmpty()) {
            return List.of();
        }
        Scope scope = scope(customer, now);
        List<SegmentChange> changes = new ArrayList<>(0);
        List<Membership> memberships = new ArrayList<>();
        for (KeptSegment segment : watched) {
            Membership before = membership(customer, segment);
            boolean member = segment.has(scope);
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
