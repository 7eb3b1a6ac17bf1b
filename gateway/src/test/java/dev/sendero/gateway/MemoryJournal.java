package dev.sendero.gateway;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import dev.sendero.store.journal.FactCount;
import dev.sendero.store.journal.Journal;
import dev.sendero.store.journal.MinuteCount;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A journal that forgets everything with the process. */
final class MemoryJournal implements Journal {

    private final Map<String, Fact> facts = new LinkedHashMap<>();
    private RuntimeException failure;

    /** The next recording fails, once. */
    synchronized void failOnce(RuntimeException next) {
        failure = next;
    }

    @Override
    public synchronized List<Fact> record(List<Fact> batch) {
        if (failure != null) {
            RuntimeException thrown = failure;
            failure = null;
            throw thrown;
        }
        var added = new ArrayList<Fact>();
        for (Fact fact : batch) {
            if (facts.putIfAbsent(fact.id(), fact) == null) {
                added.add(fact);
            }
        }
        return added;
    }

    @Override
    public synchronized List<FactCount> counts() {
        var counts = new LinkedHashMap<List<Object>, FactCount>();
        for (Fact fact : facts.values()) {
            var one = new FactCount(
                    fact.journey(),
                    fact.version(),
                    fact.type(),
                    fact.step(),
                    fact.arm(),
                    fact.reason(),
                    1,
                    fact.value().amount());
            counts.merge(
                    List.of(fact.journey(), fact.version(), fact.type(), fact.step(), fact.arm(), fact.reason()),
                    one,
                    MemoryJournal::sum);
        }
        return List.copyOf(counts.values());
    }

    private static FactCount sum(FactCount one, FactCount other) {
        BigDecimal value = one.value().add(other.value());
        return new FactCount(
                one.journey(),
                one.version(),
                one.type(),
                one.step(),
                one.arm(),
                one.reason(),
                one.count() + other.count(),
                value);
    }

    @Override
    public synchronized List<MinuteCount> countsByMinute(JourneyId journey, Instant from) {
        var counts = new LinkedHashMap<List<Object>, MinuteCount>();
        for (Fact fact : facts.values()) {
            Instant minute = fact.at().truncatedTo(ChronoUnit.MINUTES);
            if (fact.journey().equals(journey) && !minute.isBefore(from)) {
                counts.merge(
                        List.of(minute, fact.type()),
                        new MinuteCount(minute, fact.type(), 1),
                        (one, other) -> new MinuteCount(one.minute(), one.type(), one.count() + other.count()));
            }
        }
        return List.copyOf(counts.values());
    }

    @Override
    public synchronized List<Fact> timeline(CustomerId customer, int limit) {
        var lastFirst = new ArrayList<>(facts.values());
        Collections.reverse(lastFirst);
        return lastFirst.stream()
                .filter(fact -> fact.customer().equals(customer.value()))
                .sorted(Comparator.comparing(Fact::at).reversed())
                .limit(limit)
                .toList();
    }
}
