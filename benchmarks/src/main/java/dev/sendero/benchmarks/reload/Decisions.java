package dev.sendero.benchmarks.reload;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** What one run of the job has taken in and decided: shared with its tasks, which are in this process. */
final class Decisions {

    private static final Map<String, Decisions> RUNS = new ConcurrentHashMap<>();
    private static final long SECONDS_BETWEEN_NOTES = 5;

    private final String run;
    private final CountDownLatch begun = new CountDownLatch(1);
    private long start;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<Seen> entries = new ArrayList<>();
    private final List<Seen> published = new ArrayList<>();
    private long[] all = new long[1 << 20];
    private int count;
    private final Map<Long, Long> eventsBySecond = new ConcurrentHashMap<>();
    private long greatestLag;

    /** @param at when this machine's clock said so, milliseconds since 1970 */
    record Seen(Fact fact, long at) {}

    private Decisions(String run) {
        this.run = run;
    }

    static Decisions of(String run) {
        return RUNS.computeIfAbsent(run, Decisions::new);
    }

    /** When its first event was due, milliseconds since 1970: now, if nobody has asked before. */
    synchronized long start() {
        if (start == 0) {
            start = System.currentTimeMillis();
            begun.countDown();
        }
        return start;
    }

    /** Returns when the job takes events. */
    long awaitStart() throws InterruptedException {
        begun.await();
        return start();
    }

    /** By the thread of the source. */
    void tookEvent(long due) {
        long now = System.currentTimeMillis();
        eventsBySecond.merge(now / 1_000, 1L, Long::sum);
        greatestLag = Math.max(greatestLag, now - due);
    }

    /** By the thread of the collector, as all that follows. @param fingerprint of a message or fact about a customer */
    void add(long fingerprint) {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
        }
        all[count++] = fingerprint;
    }

    void add(Fact fact) {
        var seen = new Seen(fact, System.currentTimeMillis());
        (fact.type() == FactType.PUBLISHED ? published : entries).add(seen);
    }

    void end() {
        ended.countDown();
    }

    /** Returns when everything has been decided; only then is there anything to be read. Says meanwhile how far it is. */
    void awaitEnd() throws InterruptedException {
        while (!ended.await(SECONDS_BETWEEN_NOTES, TimeUnit.SECONDS)) {
            long taken =
                    eventsBySecond.values().stream().mapToLong(Long::longValue).sum();
            System.err.printf(Locale.ROOT, "  %-9s %,12d events taken%n", run, taken);
        }
    }

    long[] sorted() {
        long[] sorted = Arrays.copyOf(all, count);
        Arrays.sort(sorted);
        return sorted;
    }

    List<Seen> entries() {
        return entries;
    }

    List<Seen> published() {
        return published;
    }

    /** Events taken in each whole second, sorted by their number. */
    long[] eventsInSeconds() {
        long first = eventsBySecond.keySet().stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(0);
        long last = eventsBySecond.keySet().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        var seconds = new ArrayList<Long>();
        for (long second = first + 1; second < last; second++) {
            seconds.add(eventsBySecond.getOrDefault(second, 0L));
        }
        return seconds.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    /** How far the job was behind at most, in milliseconds. */
    long greatestLag() {
        return greatestLag;
    }
}
