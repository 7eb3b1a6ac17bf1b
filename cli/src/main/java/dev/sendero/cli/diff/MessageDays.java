package dev.sendero.cli.diff;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many messages of one journey there are each day, in both versions, and how many differ. */
final class MessageDays {

    private final ZoneId zone;
    private final SortedMap<LocalDate, Long> before = new TreeMap<>();
    private final SortedMap<LocalDate, Long> after = new TreeMap<>();
    private final Map<Kind, SortedMap<LocalDate, Long>> differing = new EnumMap<>(Kind.class);

    /** @param zone in which a message has its day */
    MessageDays(ZoneId zone) {
        this.zone = zone;
    }

    void addBefore(Instant at) {
        before.merge(day(at), 1L, Long::sum);
    }

    void addAfter(Instant at) {
        after.merge(day(at), 1L, Long::sum);
    }

    /** Counts a message once, by the first of the ways in which it differs, on the day that the later version has it. */
    void add(Difference difference) {
        Kind kind = difference.kinds().stream().sorted().findFirst().orElseThrow();
        differing
                .computeIfAbsent(kind, it -> new TreeMap<>())
                .merge(day(difference.message().at()), 1L, Long::sum);
    }

    private LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    SortedMap<LocalDate, Long> before() {
        return before;
    }

    SortedMap<LocalDate, Long> after() {
        return after;
    }

    SortedMap<LocalDate, Long> differing(Kind kind) {
        return differing.getOrDefault(kind, new TreeMap<>());
    }

    /** The first day with a message; empty without any. */
    Optional<LocalDate> first() {
        return days().isEmpty() ? Optional.empty() : Optional.of(days().firstKey());
    }

    /** The last day with a message; empty without any. */
    Optional<LocalDate> last() {
        return days().isEmpty() ? Optional.empty() : Optional.of(days().lastKey());
    }

    private SortedMap<LocalDate, Long> days() {
        SortedMap<LocalDate, Long> all = new TreeMap<>(before);
        all.putAll(after);
        return all;
    }

    static long sum(SortedMap<LocalDate, Long> days) {
        return days.values().stream().mapToLong(Long::longValue).sum();
    }
}
