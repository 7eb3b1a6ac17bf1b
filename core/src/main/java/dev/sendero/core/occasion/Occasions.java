package dev.sendero.core.occasion;

import dev.sendero.core.detect.Situation;
import dev.sendero.core.detect.WatchedVersion;
import dev.sendero.core.state.ComingOccasion;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Occasion;
import dev.sendero.core.state.Position;
import dev.sendero.rules.calendar.Zones;
import dev.sendero.rules.journey.Trigger;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The journeys that begin by the calendar. Nothing is kept of what is to come: it follows from the profile and from
 * where the customer stands in time. Immutable.
 */
public final class Occasions {

    private final List<OccasionWatch> watches;

    private Occasions(List<OccasionWatch> watches) {
        this.watches = watches;
    }

    /** Of those versions that begin by the calendar. */
    public static Occasions of(List<WatchedVersion> versions, Zones zones) {
        return new Occasions(versions.stream()
                .filter(version -> version.journey().trigger() instanceof Trigger.ByCalendar)
                .map(version -> new OccasionWatch(
                        version.name(), (Trigger.ByCalendar) version.journey().trigger(), version.openings(), zones))
                .toList());
    }

    /** When the next one comes, milliseconds since 1970; {@link Deadline#NEVER} for never. */
    public long next(Customer customer) {
        if (watches.isEmpty() || customer.position().equals(Position.START)) {
            return Deadline.NEVER;
        }
        long from = from(customer);
        // Dates and zones are slow to work out, and most events change nothing of them.
        if (!customer.coming().holds(this, customer.profile(), from)) {
            long next = Deadline.NEVER;
            for (OccasionWatch watch : watches) {
                next = Math.min(next, watch.next(customer, from).map(Coming::at).orElse(Deadline.NEVER));
            }
            customer.coming(new ComingOccasion(this, customer.profile(), next));
        }
        return customer.coming().at();
    }

    private static long from(Customer customer) {
        Position position = customer.position();
        return position.event().equals(Position.AFTER_EVENTS) ? position.millis() + 1 : position.millis();
    }

    /**
     * The situations of those that come at an instant, which is the next of the customer's deadlines. To be asked before
     * the customer's time is moved to it.
     */
    public List<Situation> come(Customer customer, long millis) {
        if (next(customer) != millis) {
            return List.of();
        }
        long from = from(customer);
        List<Situation> situations = new ArrayList<>();
        for (OccasionWatch watch : watches) {
            Optional<Coming> coming = watch.next(customer, from).filter(next -> next.at() == millis);
            if (coming.isPresent()) {
                LocalDate day = coming.get().day();
                customer.remember(new Occasion(watch.journey().journey(), day.toEpochDay()));
                situations.add(situation(watch, day, millis));
            }
        }
        return situations;
    }

    /** The day stands for the event that there is not, so that a day makes one run, wherever it begins. */
    private static Situation situation(OccasionWatch watch, LocalDate day, long millis) {
        String name = watch.trigger() instanceof Trigger.Date date ? date.trait() : "schedule";
        Map<String, Object> trigger = Map.of(
                "name", name,
                "timestamp", Instant.ofEpochMilli(millis).toString(),
                "properties", Map.of("date", day.toString()));
        String id = name + " " + day;
        return new Situation(watch.journey(), "", id, id, Map.of(), trigger);
    }
}
