package dev.sendero.engine.cep;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Events of one customer, by a seed: on few minutes, so that ties and bounds are met exactly. */
final class RandomShopper {

    static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

    private static final List<String> NAMES = List.of("A", "A", "B", "B", "C", "X", "Other");

    private RandomShopper() {}

    static CustomerId customer(long seed) {
        return new CustomerId("customer-" + seed);
    }

    /** In the order in which they are to be applied. */
    static List<Event> events(long seed) {
        var random = new Random(seed);
        var events = new ArrayList<Event>();
        int count = 1 + random.nextInt(14);
        for (int i = 0; i < count; i++) {
            events.add(Event.track(
                    new EventId("e" + random.nextInt(1_000) + "-" + i),
                    NAMES.get(random.nextInt(NAMES.size())),
                    customer(seed),
                    START.plusSeconds(60L * random.nextInt(14)),
                    properties(random)));
        }
        events.sort(Event.ORDER);
        return events;
    }

    /** Something that no trigger knows, later than every window. */
    static Event afterwards(long seed) {
        return Event.track(
                new EventId("afterwards"), "Afterwards", customer(seed), START.plusSeconds(86_400), Map.of());
    }

    private static Map<String, Object> properties(Random random) {
        var properties = new HashMap<String, Object>();
        if (random.nextInt(4) > 0) {
            properties.put("price", (long) random.nextInt(6));
        }
        for (String key : List.of("cart", "basket")) {
            if (random.nextInt(5) > 0) {
                properties.put(key, "c" + random.nextInt(2));
            }
        }
        return properties;
    }
}
