package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.JourneyId;
import dev.sendero.api.event.Event;
import dev.sendero.core.SituationOracle.Found;
import dev.sendero.core.detect.Detectors;
import dev.sendero.core.detect.TriggerDetector;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Partial;
import dev.sendero.core.state.Profile;
import dev.sendero.rules.journey.Trigger;
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

    /** Drives a detector by hand: deadlines before each event, the event, and at last all deadlines. */
    private static List<Found> detected(Trigger.Sequence trigger, List<Event> events) {
        TriggerDetector detector = Detectors.of(new JourneyVersion(new JourneyId("j"), "1"), trigger);
        List<Partial> partials = new ArrayList<>();
        List<Found> found = new ArrayList<>();
        for (Event event : events) {
            fire(detector, partials, event.timestamp().toEpochMilli(), found);
            detector.apply(
                    partials,
                    Moment.ofEvent(event, Profile.EMPTY),
                    true,
                    situation ->
                            found.add(new Found(situation.firstEvent(), situation.lastEvent(), event.timestamp())));
        }
        fire(detector, partials, Long.MAX_VALUE, found);
        return found;
    }

    private static void fire(TriggerDetector detector, List<Partial> partials, long before, List<Found> found) {
        for (int index = nextDue(partials, before); index >= 0; index = nextDue(partials, before)) {
            Moment moment = Moment.ofDeadline(Shop.ADA, partials.get(index).deadline(), Profile.EMPTY);
            detector.fire(
                    partials,
                    index,
                    moment,
                    situation -> found.add(new Found(situation.firstEvent(), situation.lastEvent(), moment.now())));
        }
    }

    private static int nextDue(List<Partial> partials, long before) {
        int due = -1;
        for (int index = 0; index < partials.size(); index++) {
            long deadline = partials.get(index).deadline();
            if (deadline < before && (due < 0 || deadline < partials.get(due).deadline())) {
                due = index;
            }
        }
        return due;
    }
}
