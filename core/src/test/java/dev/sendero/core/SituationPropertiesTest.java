package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.Event;
import dev.sendero.core.SituationOracle.Found;
import dev.sendero.core.detect.DetectorFactory;
import dev.sendero.core.detect.Findings;
import dev.sendero.core.detect.Openings;
import dev.sendero.core.detect.WatchedVersion;
import dev.sendero.core.detect.Watches;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Profile;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.usage.JourneyUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SituationPropertiesTest {

    private static final Comparator<Found> ORDER =
            Comparator.comparing(Found::at).thenComparing(Found::first).thenComparing(Found::last);

    @Test
    void the_detector_finds_what_a_search_through_all_events_finds() {
        long firstSeed = System.nanoTime();
        int found = 0;
        for (long seed = firstSeed; seed < firstSeed + 600; seed++) {
            var shop = new RandomShop(seed);
            Trigger.Sequence trigger = shop.sequence();
            List<Event> events = shop.events(Shop.ADA, 2 + shop.upTo(30));

            List<Found> expected = new ArrayList<>(new SituationOracle(trigger, events).situations());
            expected.sort(ORDER);

            List<Found> actual = detected(trigger, events);
            actual.sort(ORDER);
            assertThat(actual).as("seed %d: %s over %s", seed, trigger, events).isEqualTo(expected);
            found += expected.size();
        }
        assertThat(found).isGreaterThan(200);
    }

    /** Deadlines before each event, the event, and at last all deadlines. */
    private static List<Found> detected(Trigger.Sequence trigger, List<Event> events) {
        var journey = JourneyBuilder.journey("j").triggeredBy(trigger).build();
        var always = new Openings(List.of(new Openings.Opening(Long.MIN_VALUE, Long.MAX_VALUE)));
        var version = new JourneyVersion(journey.id(), journey.version());
        Watches watches = Watches.of(
                List.of(new WatchedVersion(version, journey, 0, JourneyUsage.of(journey), always)),
                DetectorFactory.NONE);
        var customer = new Customer(Shop.ADA);
        List<Found> found = new ArrayList<>();
        for (Event event : events) {
            fire(watches, customer, event.timestamp().toEpochMilli(), found);
            take(watches.apply(customer, Moment.ofEvent(event, Profile.EMPTY)), event.timestamp(), found);
        }
        fire(watches, customer, Long.MAX_VALUE, found);
        return found;
    }

    private static void fire(Watches watches, Customer customer, long before, List<Found> found) {
        for (long next = watches.next(customer); next < before; next = watches.next(customer)) {
            Moment moment = Moment.ofDeadline(Shop.ADA, next, Profile.EMPTY);
            take(watches.fire(customer, moment), moment.now(), found);
        }
    }

    private static void take(Findings findings, Instant at, List<Found> found) {
        findings.inOrder()
                .forEach(finding -> found.add(new Found(
                        finding.situation().firstEvent(), finding.situation().lastEvent(), at)));
    }
}
