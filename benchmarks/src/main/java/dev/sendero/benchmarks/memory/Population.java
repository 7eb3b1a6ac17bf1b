package dev.sendero.benchmarks.memory;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.benchmarks.shop.Seeds;
import dev.sendero.benchmarks.shop.Shop;
import dev.sendero.benchmarks.situation.ShopJourneys;
import dev.sendero.rules.project.ProjectFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;

/**
 * Customers, what they do, and the journeys that look at it.
 *
 * @param events how many happen
 * @param event by its number, from 0; out of order by less than {@link Shop#DISORDER}
 * @param end up to when everything is decided before anything is measured
 */
record Population(ProjectFiles project, long events, LongFunction<Event> event, Instant end) {

    /** How long a customer has to be silent before the journey of {@link #waiting} begins. */
    static final Duration SILENCE = Duration.ofDays(7);

    private static final int EVENTS_A_CUSTOMER = 20;

    /** Everybody has filled a cart and not ordered yet, and of the cart nothing is to be remembered. */
    static Population withOnePartial(int customers, long seed) {
        return carts(customers, seed, "", "somebody");
    }

    /** As {@link #withOnePartial}, and the name and the price of what is in the cart are to be told. */
    static Population withOneCapture(int customers, long seed) {
        return carts(
                customers, seed, "    as: added\n", "{{ run.added.properties.name }} {{ run.added.properties.price }}");
    }

    private static Population carts(int customers, long seed, String capture, String text) {
        return new Population(
                project("""
                        sequence:
                          - event: Product Added
                            where: event.properties.price >= 15
                        %s  - none_of: [Order Completed]
                            for: 30d
                        """.formatted(capture), text),
                customers,
                number -> event(
                        seed,
                        number,
                        "Product Added",
                        Shop.START.plusMillis(number),
                        Map.of("name", "Table lamp", "price", 35.5, "cart_id", "cart-" + number)),
                Shop.START.plusMillis(customers));
    }

    /** Random journeys over the benchmark's shop, twenty events a customer. */
    static Population ofShop(int customers, int journeys, long seed) {
        var shop = new Shop(seed, customers, (long) customers * EVENTS_A_CUSTOMER);
        return new Population(ShopJourneys.of(seed, journeys).files(), shop.events(), shop::event, shop.end());
    }

    /**
     * Everybody has looked at something once, and a journey waits for them to stay away for a week.
     *
     * @param perMinute how many of them did so, and will have stayed away, in a minute
     */
    static Population waiting(int customers, int perMinute, long seed) {
        LongFunction<Instant> times = number -> Shop.START.plusMillis(number * 60_000 / perMinute);
        return new Population(
                project("""
                        inactive:
                          for: %dd
                          events: [Product Viewed]
                        """.formatted(SILENCE.toDays()), "{{ profile.id }}"),
                customers,
                number -> event(seed, number, "Product Viewed", times.apply(number), Map.of("product_id", "lamp")),
                times.apply(customers));
    }

    private static Event event(long seed, long customer, String name, Instant at, Map<String, Object> properties) {
        SplittableRandom random = Seeds.of(seed, customer);
        var id = new EventId(new UUID(random.nextLong(), random.nextLong()).toString());
        return Event.track(id, name, new CustomerId("customer-" + customer), at, properties);
    }

    private static ProjectFiles project(String trigger, String text) {
        return new ProjectFiles(new TreeMap<>(
                Map.of("sendero.yaml", "name: Benchmark\ncurrency: EUR\n", "journeys/tell.yaml", """
                journey: tell
                state: live
                trigger:
                %sruns: unbounded
                reentry: always
                steps:
                  - id: desk
                    slack: { channel: "#desk", text: "%s" }
                """.formatted(
                                trigger.indent(2), text))));
    }
}
