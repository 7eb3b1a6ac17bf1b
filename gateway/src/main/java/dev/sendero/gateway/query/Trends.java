package dev.sendero.gateway.query;

import dev.sendero.api.JourneyId;
import dev.sendero.api.fact.FactType;
import dev.sendero.store.journal.Journal;
import dev.sendero.store.journal.MinuteCount;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How journeys went over time, up to the process's now. */
public final class Trends {

    private final Journal journal;
    private final InstantSource clock;
    private final Instant began;

    /** The time that this object is made counts as the beginning, where no span is asked for. */
    public Trends(Journal journal, InstantSource clock) {
        this.journal = journal;
        this.clock = clock;
        began = clock.instant();
    }

    /** The span that shows all that happened since the process began. */
    public TrendSpan fittingSpan() {
        return TrendSpan.covering(Duration.between(began, clock.instant()));
    }

    public JourneyTrend of(JourneyId journey, TrendSpan span) {
        long bucket = span.bucket().toSeconds();
        long last = Math.floorDiv(clock.instant().getEpochSecond(), bucket);
        int buckets = Math.toIntExact(span.length().toSeconds() / bucket) + 1;
        long first = last - buckets + 1;
        var sums = new EnumMap<FactType, long[]>(FactType.class);
        for (MinuteCount count : journal.countsByMinute(journey, Instant.ofEpochSecond(first * bucket))) {
            long at = Math.floorDiv(count.minute().getEpochSecond(), bucket) - first;
            if (at >= 0 && at < buckets) {
                sums.computeIfAbsent(count.type(), type -> new long[buckets])[(int) at] += count.count();
            }
        }
        var times = new ArrayList<Long>(buckets);
        for (int each = 0; each < buckets; each++) {
            times.add((first + each) * bucket);
        }
        return new JourneyTrend(
                bucket,
                times,
                list(sums, FactType.ENTERED, buckets),
                list(sums, FactType.MESSAGE_REQUESTED, buckets),
                list(sums, FactType.CONVERTED, buckets));
    }

    private static List<Long> list(Map<FactType, long[]> sums, FactType type, int buckets) {
        return Arrays.stream(sums.getOrDefault(type, new long[buckets])).boxed().toList();
    }
}
