package dev.sendero.gateway.query;

import dev.sendero.api.fact.FactType;
import dev.sendero.store.journal.FactCount;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The counts of one journey's facts, added up over its versions. */
record CountedFacts(List<FactCount> counts) {

    long of(FactType type) {
        return counts.stream()
                .filter(count -> count.type() == type)
                .mapToLong(FactCount::count)
                .sum();
    }

    long of(FactType type, String step) {
        return counts.stream()
                .filter(count -> count.type() == type && count.step().equals(step))
                .mapToLong(FactCount::count)
                .sum();
    }

    /** By arm, those with an arm only. */
    Map<String, Long> arms(String step) {
        var sums = new TreeMap<String, Long>();
        counts.stream()
                .filter(count -> count.type() == FactType.STEP && count.step().equals(step))
                .filter(count -> !count.arm().isEmpty())
                .forEach(count -> sums.merge(count.arm(), count.count(), Long::sum));
        return sums;
    }

    /** A fact without an arm says that a run came; one with an arm, of a step that decides at once, says both. */
    long reached(String step) {
        long withoutArm = counts.stream()
                .filter(count -> count.type() == FactType.STEP
                        && count.step().equals(step)
                        && count.arm().isEmpty())
                .mapToLong(FactCount::count)
                .sum();
        long withArm = arms(step).values().stream().mapToLong(Long::longValue).sum();
        return Math.max(withoutArm, withArm);
    }

    Map<String, Long> byReason(FactType type) {
        var sums = new TreeMap<String, Long>();
        counts.stream()
                .filter(count -> count.type() == type)
                .forEach(count -> sums.merge(count.reason(), count.count(), Long::sum));
        return sums;
    }

    BigDecimal value(FactType type) {
        return counts.stream()
                .filter(count -> count.type() == type)
                .map(FactCount::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
