package dev.sendero.store.journal;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.store.StoredText;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;

/** What a group of new facts adds to the counters. */
final class Tally {

    private static final long MINUTE_MILLIS = 60_000;

    private final Map<Kind, Sum> byKind = new HashMap<>();
    private final Map<Minute, Sum> byMinute = new HashMap<>();

    static long minuteOf(Instant time) {
        long millis = time.toEpochMilli();
        return millis - Math.floorMod(millis, MINUTE_MILLIS);
    }

    void add(Fact fact) {
        var kind =
                new Kind(fact.journey().value(), fact.version(), fact.type(), fact.step(), fact.arm(), fact.reason());
        byKind.computeIfAbsent(kind, any -> new Sum()).add(fact);
        var minute = new Minute(fact.journey().value(), minuteOf(fact.at()), fact.type());
        byMinute.computeIfAbsent(minute, any -> new Sum()).add(fact);
    }

    /** In one order for all writers, so that two of them cannot wait for each other's rows. */
    void writeTo(Handle handle) {
        if (byKind.isEmpty()) {
            return;
        }
        writeKinds(handle);
        writeMinutes(handle);
    }

    private void writeKinds(Handle handle) {
        try (var batch = handle.prepareBatch("""
                INSERT INTO fact_count (journey, version, type, step, arm, reason, facts, value_millionths)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (journey, version, type, step, arm, reason) DO UPDATE SET
                    facts = fact_count.facts + excluded.facts,
                    value_millionths = fact_count.value_millionths + excluded.value_millionths
                """)) {
            new TreeMap<>(byKind)
                    .forEach((kind, sum) -> batch.add(
                            StoredText.of(kind.journey),
                            StoredText.of(kind.version),
                            kind.type.wireName(),
                            StoredText.of(kind.step),
                            StoredText.of(kind.arm),
                            StoredText.of(kind.reason),
                            sum.facts,
                            sum.millionths));
            batch.execute();
        }
    }

    private void writeMinutes(Handle handle) {
        try (var batch = handle.prepareBatch("""
                INSERT INTO fact_minute (journey, minute_millis, type, facts) VALUES (?, ?, ?, ?)
                ON CONFLICT (journey, minute_millis, type) DO UPDATE SET facts = fact_minute.facts + excluded.facts
                """)) {
            new TreeMap<>(byMinute)
                    .forEach((minute, sum) ->
                            batch.add(StoredText.of(minute.journey), minute.millis, minute.type.wireName(), sum.facts));
            batch.execute();
        }
    }

    private record Kind(String journey, String version, FactType type, String step, String arm, String reason)
            implements Comparable<Kind> {
        private static final Comparator<Kind> ORDER = Comparator.comparing(Kind::journey)
                .thenComparing(Kind::version)
                .thenComparing(Kind::type)
                .thenComparing(Kind::step)
                .thenComparing(Kind::arm)
                .thenComparing(Kind::reason);

        @Override
        public int compareTo(Kind other) {
            return ORDER.compare(this, other);
        }
    }

    private record Minute(String journey, long millis, FactType type) implements Comparable<Minute> {
        private static final Comparator<Minute> ORDER = Comparator.comparing(Minute::journey)
                .thenComparing(Minute::millis)
                .thenComparing(Minute::type);

        @Override
        public int compareTo(Minute other) {
            return ORDER.compare(this, other);
        }
    }

    private static final class Sum {
        private long facts;
        private long millionths;

        private void add(Fact fact) {
            facts++;
            millionths += Millionths.of(fact.value().amount());
        }
    }
}
