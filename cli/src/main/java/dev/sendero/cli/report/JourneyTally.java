package dev.sendero.cli.report;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.store.journal.FactCount;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is counted of one journey. */
final class JourneyTally {

    private final Map<Kind, Sum> facts = new HashMap<>();
    private final SortedMap<LocalDate, SortedMap<String, Long>> messages = new TreeMap<>();
    private Group treated = Group.NOBODY;
    private Group heldOut = Group.NOBODY;
    private long heldOutConversions;

    /** Facts that are counted together. */
    private record Kind(FactType type, String step, String arm, String reason) {}

    private record Sum(long count, BigDecimal value) {
        Sum and(Sum other) {
            return new Sum(count + other.count, value.add(other.value));
        }
    }

    /** @param zone in which a message has its day */
    void count(Fact fact, ZoneId zone) {
        BigDecimal value = fact.value().isStated() ? fact.value().amount() : BigDecimal.ZERO;
        facts.merge(new Kind(fact.type(), fact.step(), fact.arm(), fact.reason()), new Sum(1, value), Sum::and);
        if (fact.type() == FactType.MESSAGE_REQUESTED) {
            messages.computeIfAbsent(LocalDate.ofInstant(fact.at(), zone), day -> new TreeMap<>())
                    .merge(fact.arm(), 1L, Long::sum);
        }
    }

    void countTreated(boolean converted) {
        treated = treated.and(new Group(1, converted ? 1 : 0));
    }

    void countHeldOut(boolean converted) {
        heldOut = heldOut.and(new Group(1, converted ? 1 : 0));
    }

    void countHeldOutConversion() {
        heldOutConversions++;
    }

    /** Counts what another one has counted. */
    void add(JourneyTally other) {
        heldOutConversions += other.heldOutConversions;
        other.facts.forEach((kind, sum) -> facts.merge(kind, sum, Sum::and));
        other.messages.forEach((day, channels) -> channels.forEach((channel, count) ->
                messages.computeIfAbsent(day, it -> new TreeMap<>()).merge(channel, count, Long::sum)));
        treated = treated.and(other.treated);
        heldOut = heldOut.and(other.heldOut);
    }

    List<FactCount> facts(JourneyId journey) {
        return facts.entrySet().stream()
                .map(entry -> new FactCount(
                        journey,
                        "",
                        entry.getKey().type(),
                        entry.getKey().step(),
                        entry.getKey().arm(),
                        entry.getKey().reason(),
                        entry.getValue().count(),
                        entry.getValue().value()))
                .toList();
    }

    /** How many messages by day and channel; only days with some. */
    SortedMap<LocalDate, SortedMap<String, Long>> messages() {
        return messages;
    }

    /** Customers who entered at least once. */
    Group treated() {
        return treated;
    }

    /** Customers who would have entered and were held out. */
    Group heldOut() {
        return heldOut;
    }

    /** Conversions of runs that were held out, which are among all conversions. */
    long heldOutConversions() {
        return heldOutConversions;
    }

    /** How often what, by reason, of facts of one type. */
    SortedMap<String, Long> reasons(FactType type) {
        var reasons = new TreeMap<String, Long>();
        facts.forEach((kind, sum) -> {
            if (kind.type() == type) {
                reasons.merge(kind.reason(), sum.count(), Long::sum);
            }
        });
        return reasons;
    }

    /** Why messages of which step were skipped, how often. */
    SortedMap<String, SortedMap<String, Long>> skippedByStep() {
        var steps = new TreeMap<String, SortedMap<String, Long>>();
        facts.forEach((kind, sum) -> {
            if (kind.type() == FactType.MESSAGE_SKIPPED) {
                steps.computeIfAbsent(kind.step(), step -> new TreeMap<>())
                        .merge(kind.reason(), sum.count(), Long::sum);
            }
        });
        return steps;
    }
}
