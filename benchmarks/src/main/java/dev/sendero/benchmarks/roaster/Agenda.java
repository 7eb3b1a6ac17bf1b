package dev.sendero.benchmarks.roaster;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** What comes next in a simulation; of one instant, in the order in which it was planned. Knows no clock. */
final class Agenda {

    private record Planned(long atMillis, long number, Runnable act) {
        static final Comparator<Planned> ORDER =
                Comparator.comparingLong(Planned::atMillis).thenComparingLong(Planned::number);
    }

    private final PriorityQueue<Planned> planned = new PriorityQueue<>(Planned.ORDER);
    private long nowMillis;
    private long number;

    Agenda(Instant start) {
        nowMillis = start.toEpochMilli();
    }

    Instant now() {
        return Instant.ofEpochMilli(nowMillis);
    }

    void after(Duration time, Runnable act) {
        planned.add(new Planned(nowMillis + time.toMillis(), number++, act));
    }

    /** Goes on to what comes next. @throws NoSuchElementException when there is nothing any more */
    void next() {
        Planned next = planned.remove();
        nowMillis = next.atMillis();
        next.act().run();
    }
}
