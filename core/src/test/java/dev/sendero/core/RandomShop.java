package dev.sendero.core;

import static dev.sendero.core.Words.atLeast;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Makes up events and triggers from a seed: few names, few instants and few keys, so that much coincides. */
final class RandomShop {

    private static final List<String> NAMES = List.of("A", "B", "C");

    private final SplittableRandom random;

    RandomShop(long seed) {
        random = new SplittableRandom(seed);
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    private boolean oneIn(int chances) {
        return random.nextInt(chances) == 0;
    }

    /** In order; several may share an instant. */
    List<Event> events(CustomerId customer, int count) {
        List<Event> events = new ArrayList<>();
        long minutes = 0;
        for (int index = 0; index < count; index++) {
            minutes += random.nextInt(4);
            Map<String, Object> properties = new HashMap<>();
            if (!oneIn(6)) {
                properties.put("key", oneIn(2) ? "k1" : "k2");
            }
            if (!oneIn(6)) {
                properties.put("price", (long) random.nextInt(10));
            }
            events.add(Event.track(
                    new EventId("m%05d".formatted(index)),
                    NAMES.get(random.nextInt(NAMES.size())),
                    customer,
                    Shop.time("00:00").plus(Duration.ofMinutes(minutes)),
                    properties));
        }
        return events;
    }

    Trigger.Sequence sequence() {
        List<SequenceItem> items = new ArrayList<>();
        items.add(occurrence());
        for (int more = random.nextInt(4); more > 0; more--) {
            items.add(oneIn(2) ? occurrence() : new SequenceItem.Absence(matches(), minutes(8)));
        }
        return new Trigger.Sequence(
                items,
                oneIn(2) ? minutes(20) : SequenceItem.UNBOUNDED,
                oneIn(2) ? new Correlation("key", Map.of()) : Correlation.NONE);
    }

    private SequenceItem.Occurrence occurrence() {
        return new SequenceItem.Occurrence(
                matches(),
                oneIn(2) ? "it" : "",
                1 + (oneIn(3) ? random.nextInt(3) : 0),
                oneIn(3) ? minutes(8) : SequenceItem.UNBOUNDED);
    }

    private List<EventMatch> matches() {
        List<EventMatch> matches = new ArrayList<>();
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            Condition where = oneIn(2) ? Condition.ALWAYS : atLeast("event.properties.price", 1 + random.nextInt(8));
            matches.add(new EventMatch(NAMES.get(random.nextInt(NAMES.size())), where));
        }
        return matches;
    }

    private Duration minutes(int bound) {
        return Duration.ofMinutes(1 + random.nextInt(bound));
    }
}
