package dev.sendero.core.occasion;

import dev.sendero.core.detect.Openings;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.rules.calendar.Zones;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.ZoneChoice;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** A journey version that begins by the calendar. */
record OccasionWatch(JourneyVersion journey, Trigger.ByCalendar trigger, Openings openings, Zones zones) {

    /**
     * The next one that has not come yet.
     *
     * @param from milliseconds since 1970
     */
    Optional<Coming> next(Customer customer, long from) {
        return openings.list().stream()
                .filter(opening -> opening.until() > from)
                .flatMap(opening -> first(customer, Math.max(from, opening.from())).stream()
                        .filter(coming -> coming.at() < opening.until()))
                .min((one, other) -> Long.compare(one.at(), other.at()));
    }

    private Optional<Coming> first(Customer customer, long from) {
        LocalDate after = customer.lastDayOf(journey.journey());
        if (trigger instanceof Trigger.Schedule schedule) {
            return Optional.of(Schedules.next(
                    schedule, zones.of(schedule.zone(), customer.profile().traits()), after, from));
        }
        var date = (Trigger.Date) trigger;
        Object written = customer.profile().traits().getOrDefault(date.trait(), "");
        ZoneId zone = zones.of(ZoneChoice.CUSTOMER, customer.profile().traits());
        return Dates.next(date, written, zone, after, from);
    }
}
