package dev.sendero.benchmarks.reload;

import dev.sendero.benchmarks.shop.Seeds;
import dev.sendero.benchmarks.shop.Shop;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import java.io.Serializable;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.flink.connector.datagen.source.GeneratorFunction;
import org.jspecify.annotations.Nullable;

/**
 * What happens in the shop, so many times a second. An event's time is when it is due, less a little disorder, whether or
 * not the job can take it by then.
 */
final class PacedEvents implements GeneratorFunction<Long, ReceivedEvent> {

    private static final long serialVersionUID = 1;
    private static final long MAX_DISORDER_MILLIS = 1_500;
    private static final long NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private final String run;
    private final Pace pace;
    private final boolean waiting;
    private transient @Nullable Shop shop;

    /**
     * @param clock the run whose first event says when it all began
     * @param perSecond events, 1 or more
     */
    record Pace(long seed, int customers, long events, String clock, int perSecond) implements Serializable {

        long due(long index) {
            return Decisions.of(clock).start() + index * 1_000 / perSecond;
        }

        Shop shop() {
            return new Shop(seed, customers, Math.max(events, 2L * customers));
        }
    }

    /** @param waiting whether each event is held back until it is due, by the clock of this machine */
    PacedEvents(String run, Pace pace, boolean waiting) {
        this.run = run;
        this.pace = pace;
        this.waiting = waiting;
    }

    String run() {
        return run;
    }

    long count() {
        return pace.events();
    }

    @Override
    public ReceivedEvent map(Long index) {
        Shop open = shop == null ? pace.shop() : shop;
        shop = open;
        long due = pace.due(index);
        if (waiting) {
            waitUntil(due);
        }
        Decisions.of(run).tookEvent(due);
        long disorder = index == 0 ? 0 : Seeds.of(pace.seed(), ~index).nextLong(MAX_DISORDER_MILLIS);
        return ReceivedEvent.of(open.event(index).at(Instant.ofEpochMilli(due - disorder)), Admission.ALL);
    }

    private static void waitUntil(long due) {
        long left = due - System.currentTimeMillis();
        while (left > 0) {
            LockSupport.parkNanos(left * NANOS_PER_MILLI);
            left = due - System.currentTimeMillis();
        }
    }
}
