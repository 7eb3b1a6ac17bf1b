package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Hosted;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Partial;
import dev.sendero.core.state.Partials;
import dev.sendero.core.state.Position;
import dev.sendero.core.state.Station;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** All situations that are looked for, compiled together, and what events and deadlines do to them. Immutable. */
public final class Watches {

    private final Catalogue catalogue;
    private final Adoption adoption;

    private Watches(Catalogue catalogue) {
        this.catalogue = catalogue;
        this.adoption = new Adoption(catalogue);
    }

    public static Watches of(Collection<WatchedVersion> versions, DetectorFactory factory) {
        return new Watches(new Catalogue(versions, factory, null));
    }

    /** These versions instead; what they have in common with those before is not compiled again. */
    public Watches with(Collection<WatchedVersion> versions, DetectorFactory factory) {
        return new Watches(new Catalogue(versions, factory, catalogue));
    }

    /** What events of an event's name can mean. */
    public NamePlan planOf(Event event) {
        return catalogue.planOf(event.name());
    }

    /** Whether an event can mean anything to a situation. */
    public boolean see(Event event) {
        return event.type().isOfSenders() && !planOf(event).isNothing();
    }

    /**
     * A first look at an event that follows all before: most change nothing, and nothing is made for them.
     *
     * @param millis the time of the event
     */
    public Glance glance(NamePlan plan, Customer customer, Event event, long millis) {
        settle(customer);
        return plan.glance(customer, event, millis);
    }

    public Findings apply(Customer customer, Moment moment) {
        return apply(planOf(moment.event()), customer, moment);
    }

    /** Applies an event: cancels and advances what has begun, oldest first, then begins anew. */
    public Findings apply(NamePlan plan, Customer customer, Moment moment) {
        settle(customer);
        var findings = new Findings(catalogue.ranks());
        plan.apply(customer, moment, findings);
        return findings;
    }

    /** Applies an event that others have overtaken: cancels by true time, starts and advances nothing. */
    public void applyLate(Customer customer, Moment moment) {
        settle(customer);
        planOf(moment.event()).applyLate(customer, moment);
    }

    /** When something is due next, milliseconds since 1970; {@link Deadline#NEVER} for never. */
    public long next(Customer customer) {
        settle(customer);
        long next = customer.partials().nextDeadline();
        for (int index = 0; index < customer.hosted().size(); index++) {
            next = Math.min(next, customer.hosted().get(index).deadline());
        }
        return next;
    }

    /**
     * Applies all deadlines of one instant. The customer's time is moved to it, unless situations were only out of
     * time.
     */
    public Findings fire(Customer customer, Moment moment) {
        settle(customer);
        var findings = new Findings(catalogue.ranks());
        boolean fired = firePartials(customer.partials(), moment, findings);
        for (HostedWatch watch : catalogue.hosted()) {
            fired |= watch.fire(customer, moment, findings);
        }
        customer.forgetHosted(state -> state.deadline() == moment.millis());
        if (fired) {
            customer.moveTo(moment.position());
        }
        return findings;
    }

    private static boolean firePartials(Partials partials, Moment moment, Findings findings) {
        boolean fired = false;
        int index = 0;
        for (int left = partials.size(); left > 0; left--) {
            if (partials.deadline(index) != moment.millis()) {
                index++;
            } else if (partials.station(index) instanceof Place place) {
                fired |= place.isBroughtOnByTime();
                index += place.fire(partials, index, moment, findings);
            } else {
                partials.remove(index);
            }
        }
        return fired;
    }

    /** The versions for which something has begun that may still be complete. */
    public void addVersionsOf(Customer customer, Set<JourneyVersion> versions) {
        settle(customer);
        Partials partials = customer.partials();
        for (int index = 0; index < partials.size(); index++) {
            if (partials.station(index) instanceof Place place) {
                Partial partial = partials.get(index);
                place.shape().members().stream()
                        .filter(member -> place.shape().mayComplete(member, partial))
                        .forEach(member -> versions.add(member.journey()));
            }
        }
        customer.hosted().forEach(state -> versions.add(state.journey()));
    }

    /** What has begun and may still be complete, in the order in which it began, and of each once for every journey. */
    public List<Begun> begun(Customer customer) {
        settle(customer);
        List<Begun> begun = new ArrayList<>();
        Partials partials = customer.partials();
        for (int index = 0; index < partials.size(); index++) {
            if (partials.station(index) instanceof Place place) {
                Partial partial = partials.get(index);
                for (Member member : place.shape().members()) {
                    if (place.shape().mayComplete(member, partial)
                            && !Begun.isOver(
                                    member,
                                    place.shape(),
                                    partial,
                                    customer.position().millis())) {
                        begun.add(Begun.of(member, place.shape(), partial));
                    }
                }
            }
        }
        return begun;
    }

    /** Drops what has begun for versions that are not watched. Returns whether anything has changed. */
    public boolean forgetOthers(Customer customer) {
        boolean changed = !customer.inherited().isEmpty();
        settle(customer);
        Partials partials = customer.partials();
        for (int index = partials.size() - 1; index >= 0; index--) {
            long due = partials.station(index) instanceof Place place
                    ? place.shape().due(partials.get(index))
                    : Shape.HOPELESS;
            if (due == Shape.HOPELESS) {
                partials.remove(index);
                changed = true;
            } else if (due != partials.get(index).deadline()) {
                partials.get(index).deadline(due);
                changed = true;
                partials.changed(index, partials.station(index));
            }
        }
        int hosted = customer.hosted().size();
        customer.forgetHosted(state -> !catalogue.hosts(state.journey()));
        return changed || customer.hosted().size() != hosted;
    }

    /**
     * Drops the oldest partial situations beyond a number.
     *
     * @return the situations that will not come about by it, without their events; one for each journey and key
     */
    public Set<Lost> keepWithin(Customer customer, int bound) {
        Partials partials = customer.partials();
        if (partials.size() <= bound) {
            return Set.of();
        }
        Set<Lost> lost = new LinkedHashSet<>();
        while (partials.size() > bound) {
            Partial partial = partials.get(0);
            if (partials.station(0) instanceof Place place) {
                for (Member member : place.shape().members()) {
                    if (member.began(partial)) {
                        lost.add(new Lost(member.journey(), partial.key()));
                    }
                }
            }
            partials.remove(0);
        }
        return lost;
    }

    /** A situation of a journey and a key that had begun and was dropped. */
    public record Lost(JourneyVersion journey, String key) {}

    /**
     * Moves those of a customer's partial situations elsewhere that an event can advance: their newest event is not
     * after it. Silences stay, and what a foreign detector remembers.
     */
    public void moveUpTo(Position position, Customer from, Customer to) {
        settle(from);
        settle(to);
        Partials partials = from.partials();
        int index = 0;
        for (int left = partials.size(); left > 0; left--) {
            Partial partial = partials.get(index);
            Station station = partials.station(index);
            boolean moves = station instanceof Place place
                    && place.shape() instanceof SequenceShape
                    && partial.count() == 0
                    && !partial.anchor().isAfter(position);
            if (moves) {
                to.partials().add(partial, station);
                partials.remove(index);
            } else {
                index++;
            }
        }
    }

    /**
     * Moves all that has begun elsewhere. Of a silence, the one that began last is kept; what a foreign detector already
     * remembers is not overwritten.
     */
    public void moveAll(Customer from, Customer to) {
        settle(from);
        settle(to);
        List<Partial> all = new ArrayList<>();
        from.partials().forEach(all::add);
        to.partials().forEach(all::add);
        all.sort(Comparator.comparingLong(Partial::firstAt));
        Partials partials = to.partials();
        partials.clear();
        for (Partial partial : all) {
            Station station = catalogue.stationOf(partial);
            if (station instanceof Place place && place.shape() instanceof SilenceShape) {
                removeAt(partials, station);
            }
            partials.add(partial, station);
        }
        for (Hosted state : from.hosted()) {
            if (to.hosted(state.journey()).isEmpty()) {
                to.keep(state);
            }
        }
    }

    private static void removeAt(Partials partials, Station station) {
        for (int index = partials.size() - 1; index >= 0; index--) {
            if (partials.station(index) == station) {
                partials.remove(index);
            }
        }
    }

    /** Tells a customer's partial situations where they stand in this set, which they may not have been in before. */
    private void settle(Customer customer) {
        if (!customer.partials().areAtStationsOf(catalogue)) {
            settle(customer.partials());
        }
        if (!customer.inherited().isEmpty()) {
            adoption.adopt(customer);
        }
    }

    private void settle(Partials partials) {
        for (int index = 0; index < partials.size(); index++) {
            partials.changed(index, catalogue.stationOf(partials.get(index)));
        }
        partials.stationsOf(catalogue);
    }
}
