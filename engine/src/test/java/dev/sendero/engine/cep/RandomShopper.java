package dev.sendero.engine.cep;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Events of one customer, by a seed: of few names each, so that they come in sequence, and with ties and bounds met exactly. */
final class RandomShopper {

    /** How many names events have. */
    static final int NAMES = 32;

    private static final int NAMES_EACH = 6;
    private static final int[] GAP_MILLIS = {0, 0, 1, 9_999, 10_000, 10_001, 20_000, 20_001, 30_000};

    private RandomShopper() {}

    static String name(int index) {
        return "N" + index;
    }

    /** 20 events on average, in the order in which they are to be applied. */
    static List<Event> events(long seed) {
        var random = new Random(seed);
        var customer = new CustomerId("shopper-" + seed);
        int firstName = random.nextInt(NAMES - NAMES_EACH + 1);
        var events = new ArrayList<Event>();
        long millis = 0;
        int count = 1 + random.nextInt(39);
        for (int index = 0; index < count; index++) {
            int gap = random.nextInt(2 * GAP_MILLIS.length);
            millis += gap < GAP_MILLIS.length ? GAP_MILLIS[gap] : random.nextInt(5_000);
            var id = new EventId("e" + random.nextInt(1_000) + "-" + index);
            var at = History.START.plusMillis(millis);
            if (random.nextInt(20) == 0) {
                events.add(Event.identify(id, customer, at, Map.of("plan", random.nextBoolean() ? "pro" : "free")));
            } else {
                String name = name(firstName + random.nextInt(NAMES_EACH));
                events.add(Event.track(id, name, customer, at, properties(random)));
            }
        }
        events.sort(Event.ORDER);
        return events;
    }

    private static Map<String, Object> properties(Random random) {
        var properties = new HashMap<String, Object>();
        if (random.nextInt(5) > 0) {
            properties.put("price", (long) random.nextInt(6));
        }
        if (random.nextInt(5) > 0) {
            properties.put("cart", "c" + random.nextInt(2));
        }
        return properties;
    }
}
