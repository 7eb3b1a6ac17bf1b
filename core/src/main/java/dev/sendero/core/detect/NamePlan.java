package dev.sendero.core.detect;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Partials;
import dev.sendero.core.state.Station;
import java.util.List;
import java.util.stream.Stream;

/** What events of one name can mean to situations. */
public final class NamePlan {

    private final Name name;
    private final long bit;
    private final boolean concernsPlaces;
    private final Starts starts;
    private final SilenceStarts silences;
    private final HostedWatch[] hosted;
    private final List<Object> madeOf;

    /**
     * @param shapes all that mention the name, and the silences of any event unless it is a receipt
     * @param hosted likewise
     */
    NamePlan(Name name, List<Shape> shapes, List<HostedWatch> hosted) {
        this.name = name;
        this.bit = name.bit();
        this.concernsPlaces = !shapes.isEmpty();
        this.starts = new Starts(
                shapes.stream()
                        .filter(shape ->
                                shape instanceof SequenceShape && shape.place(0).concerns(name))
                        .map(SequenceShape.class::cast)
                        .toList(),
                name);
        this.silences = new SilenceStarts(
                shapes.stream()
                        .filter(SilenceShape.class::isInstance)
                        .map(SilenceShape.class::cast)
                        .toList(),
                name);
        this.hosted = hosted.toArray(HostedWatch[]::new);
        this.madeOf = madeOf(shapes, hosted);
    }

    private static List<Object> madeOf(List<Shape> shapes, List<HostedWatch> hosted) {
        return Stream.concat(shapes.stream(), hosted.stream())
                .map(Object.class::cast)
                .toList();
    }

    /** Whether a plan of these would be the same. */
    boolean isMadeOf(List<Shape> shapes, List<HostedWatch> others) {
        return madeOf.equals(madeOf(shapes, others));
    }

    /** Whether events of this name mean nothing to any situation. */
    public boolean isNothing() {
        return !concernsPlaces && hosted.length == 0;
    }

    /**
     * Looks at an event that follows all before and applies what can be applied without making anything: silences that
     * begin again.
     */
    Glance glance(Customer customer, Event event, long millis) {
        if (hosted.length > 0 || starts.haveOneFor(event)) {
            return Glance.NOT_ALL;
        }
        boolean more = false;
        int restarted = 0;
        Partials partials = customer.partials();
        int size = partials.size();
        for (int index = 0; index < size; index++) {
            Station station = partials.station(index);
            if (station.mayConcern(bit)) {
                Place place = (Place) station;
                if (place.shape() instanceof SilenceShape silence
                        && silence.restart(partials, index, name, event.id().value(), millis)) {
                    restarted++;
                } else {
                    more = more || place.mayFit(name, event);
                }
            }
        }
        more = more || silences.countFor(event) > restarted;
        return more ? Glance.NOT_ALL : restarted > 0 ? Glance.ALL_APPLIED : Glance.NOTHING;
    }

    void apply(Customer customer, Moment moment, Findings findings) {
        Partials partials = customer.partials();
        int index = 0;
        for (int left = partials.size(); left > 0; left--) {
            if (!partials.station(index).mayConcern(bit)
                    || ((Place) partials.station(index)).apply(partials, index, name, moment, findings)) {
                index++;
            } else {
                partials.remove(index);
            }
        }
        silences.tryWith(customer, moment);
        starts.tryWith(customer, moment, findings);
        for (HostedWatch watch : hosted) {
            watch.apply(customer, moment, findings);
        }
    }

    void applyLate(Customer customer, Moment moment) {
        Partials partials = customer.partials();
        int index = 0;
        for (int left = partials.size(); left > 0; left--) {
            if (!partials.station(index).mayConcern(bit)
                    || ((Place) partials.station(index)).applyLate(partials, index, name, moment)) {
                index++;
            } else {
                partials.remove(index);
            }
        }
        for (HostedWatch watch : hosted) {
            watch.applyLate(customer, moment);
        }
    }
}
