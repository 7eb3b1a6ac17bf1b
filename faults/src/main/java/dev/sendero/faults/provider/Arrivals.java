package dev.sendero.faults.provider;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What a provider has taken, counted by customer. Safe for many threads. */
public final class Arrivals {

    private record OfCustomer(Instant first, Set<String> effects) {}

    private final Map<String, OfCustomer> customers = new ConcurrentHashMap<>();
    private final LongAdder recognised = new LongAdder();

    /**
     * Counts something that a customer, or who looks after them, would notice.
     *
     * @param effect what makes it another one than those before: its {@code webhook-id}, the record that is written, or,
     *     where a provider recognises nothing, something new every time
     * @param at by the clock on the wall
     * @return false when the provider has recognised it as one that it has already
     */
    public boolean take(String customer, String effect, Instant at) {
        var fresh = new boolean[1];
        customers.compute(customer, (name, known) -> {
            OfCustomer entry = known == null ? new OfCustomer(at, new HashSet<>()) : known;
            fresh[0] = entry.effects().add(effect);
            return entry;
        });
        if (!fresh[0]) {
            recognised.increment();
        }
        return fresh[0];
    }

    /** How many things have happened to a customer. */
    public int effectsFor(String customer) {
        OfCustomer known = customers.get(customer);
        return known == null ? 0 : known.effects().size();
    }

    /** When the first of them has. */
    public Optional<Instant> firstFor(String customer) {
        return Optional.ofNullable(customers.get(customer)).map(OfCustomer::first);
    }

    /** For how many customers something has happened. */
    public int customers() {
        return customers.size();
    }

    /** How many repeats the provider has recognised. */
    public long recognised() {
        return recognised.sum();
    }
}
