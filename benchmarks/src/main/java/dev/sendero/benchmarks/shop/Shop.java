package dev.sendero.benchmarks.shop;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * What happens in the shop, by a seed. Every event can be made by itself, from any thread. A customer does something
 * every twelve hours in the mean, however many there are; events are up to {@link #DISORDER} out of order.
 */
public final class Shop {

    public static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    /** Events are out of order by less. */
    public static final Duration DISORDER = Duration.ofMillis(1_500);

    private static final long GAP_NANOS = Duration.ofHours(12).toNanos();
    private static final int PRODUCTS = 5_000;
    private static final double[] SHARES = shares();

    private final long seed;
    private final int customers;
    private final long events;
    private final Crowd crowd;

    /**
     * @param customers 1 or more
     * @param events twice the customers or more, as everybody comes once more at the end
     * @throws IllegalArgumentException when there are too few
     */
    public Shop(long seed, int customers, long events) {
        if (customers < 1 || events < 2L * customers) {
            throw new IllegalArgumentException(
                    "customers: " + customers + ", events: " + events + " (expected: two events a customer or more)");
        }
        this.seed = seed;
        this.customers = customers;
        this.events = events;
        this.crowd = new Crowd(seed, customers);
    }

    public long events() {
        return events;
    }

    public int customers() {
        return customers;
    }

    /**
     * Up to when everything is settled: after it everybody does something once more, so that who looks at a customer
     * only when something happens has looked too.
     */
    public Instant settled() {
        return timeOf(firstOfLastRound()).minus(DISORDER);
    }

    /** The latest time that an event can have. */
    public Instant end() {
        return timeOf(events - 1);
    }

    /** When an event would happen without any disorder; it may be up to {@link #DISORDER} earlier. */
    public Instant timeOf(long index) {
        return Instant.ofEpochMilli(millisOf(index));
    }

    /** @param index from 0, below {@link #events()} */
    public Event event(long index) {
        SplittableRandom random = Seeds.of(seed, index);
        EventKind kind = kind(random.nextDouble());
        int customer =
                index < firstOfLastRound() ? crowd.at(index, random) : crowd.inLastRound(index - firstOfLastRound());
        long millis = millisOf(index) - (index == 0 ? 0 : random.nextLong(DISORDER.toMillis()));
        var id = new EventId(new UUID(random.nextLong(), random.nextLong()).toString());
        return Event.track(
                id,
                kind.name(),
                customer(customer),
                Instant.ofEpochMilli(millis),
                properties(kind.family(), customer, index, random));
    }

    /** @param customer from 0, below {@link #customers()} */
    public static CustomerId customer(int customer) {
        return new CustomerId("customer-" + customer);
    }

    private long firstOfLastRound() {
        return events - customers;
    }

    /** The time of an event, before it is delayed. */
    private long millisOf(long index) {
        return START.toEpochMilli() + (long) ((double) index * GAP_NANOS / customers / 1e6);
    }

    private static EventKind kind(double share) {
        int found = 0;
        while (SHARES[found] <= share) {
            found++;
        }
        return EventKind.ALL.get(found);
    }

    private Map<String, Object> properties(EventFamily family, int customer, long index, SplittableRandom random) {
        Measure first = family.measures().get(0);
        Object amount = first.drawn(random);
        String word = family.words().get(random.nextInt(family.words().size()));
        return switch (family) {
            case BROWSING ->
                Map.of(first.property(), amount, family.wordProperty(), word, "product_id", product(random));
            case CART ->
                Map.of(
                        first.property(),
                        amount,
                        family.wordProperty(),
                        word,
                        "product_id",
                        product(random),
                        Measure.QUANTITY.property(),
                        Measure.QUANTITY.drawn(random),
                        EventFamily.CART_ID,
                        cart(customer, index));
            case ORDER ->
                Map.of(
                        first.property(),
                        amount,
                        family.wordProperty(),
                        word,
                        Measure.ITEMS.property(),
                        Measure.ITEMS.drawn(random),
                        EventFamily.CART_ID,
                        cart(customer, index));
            case SEARCH, VISIT -> Map.of(first.property(), amount, family.wordProperty(), word);
        };
    }

    private static String product(SplittableRandom random) {
        return "product-" + random.nextInt(PRODUCTS);
    }

    private String cart(int customer, long index) {
        return "cart-" + customer + "-" + crowd.cartAt(index);
    }

    /** Below which number each kind ends. */
    private static double[] shares() {
        double sum = EventKind.ALL.stream().mapToDouble(EventKind::weight).sum();
        var shares = new double[EventKind.ALL.size()];
        double reached = 0;
        for (int kind = 0; kind < shares.length; kind++) {
            reached += EventKind.ALL.get(kind).weight() / sum;
            shares[kind] = reached;
        }
        shares[shares.length - 1] = 1;
        return shares;
    }
}
