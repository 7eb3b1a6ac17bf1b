package dev.sendero.benchmarks.roaster;

import dev.sendero.api.event.Event;
import dev.sendero.benchmarks.shop.Seeds;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The coffee roaster of the cookbook and its customers, by a seed. Twenty events a customer take about a quarter. Nobody
 * gets any message, so nobody opens one.
 */
public final class Roaster {

    public static final Instant START = Instant.parse("2026-01-05T00:00:00Z");

    /** Besides the customers, whose numbers begin with 1. */
    private static final long DIARY = -1;

    private static final long SHELF = -2;

    private final long seed;
    private final int customers;
    private final long events;

    /** @throws IllegalArgumentException when there is no customer */
    public Roaster(long seed, int customers, long events) {
        if (customers < 1) {
            throw new IllegalArgumentException("customers: " + customers + " (expected: 1 or more)");
        }
        this.seed = seed;
        this.customers = customers;
        this.events = events;
    }

    /** @param each told every event as it arrives: up to {@link Diary#DELAY} after it happened */
    public void play(Consumer<Event> each) {
        var arrived = new AtomicLong();
        var agenda = new Agenda(START);
        var diary = new Diary(agenda, Seeds.of(seed, DIARY), event -> {
            arrived.incrementAndGet();
            each.accept(event);
        });
        var shelf = new Shelf(diary, new Chance(Seeds.of(seed, SHELF)));
        shelf.open();
        new Clientele(diary, shelf).come(seed, customers);
        while (arrived.get() < events) {
            agenda.next();
        }
    }
}
