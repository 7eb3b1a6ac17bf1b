package dev.sendero.faults.load;

import dev.sendero.api.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * Customers who come at a steady rate, whatever becomes of who takes their events: what is not acknowledged is posted again, as any
 * client does.
 */
public final class Load implements AutoCloseable {

    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(100);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMillis(100);

    private final Arrivers arrivers;
    private final CompletableFuture<Void> posted;
    private final List<Instant> times = new ArrayList<>();
    private volatile boolean closing;

    private Load(Arrivers arrivers, Duration lasting, Predicate<List<Event>> post) {
        this.arrivers = arrivers;
        this.posted = CompletableFuture.runAsync(() -> postAll(lasting, post));
    }

    /**
     * @param lasting how long it takes until all have come, when nothing is away
     * @param post takes a batch, and says whether it has been acknowledged
     */
    public static Load start(Arrivers arrivers, Duration lasting, Predicate<List<Event>> post) {
        return new Load(arrivers, lasting, post);
    }

    private void postAll(Duration lasting, Predicate<List<Event>> post) {
        int batches = (int) Math.max(1, lasting.dividedBy(BETWEEN_BATCHES));
        long began = System.nanoTime();
        for (int batch = 0; batch < batches && !closing; batch++) {
            LockSupport.parkNanos(began + batch * BETWEEN_BATCHES.toNanos() - System.nanoTime());
            int from = arrivers.count() * batch / batches;
            int until = arrivers.count() * (batch + 1) / batches;
            Instant now = Instant.now();
            List<Event> events = arrivers.come(from, until, now);
            note(now, events.size());
            while (!events.isEmpty() && !closing && !post.test(events)) {
                LockSupport.parkNanos(BEFORE_NEXT_TRY.toNanos());
            }
        }
    }

    private void note(Instant time, int count) {
        synchronized (times) {
            for (int number = 0; number < count; number++) {
                times.add(time);
            }
        }
    }

    public Arrivers arrivers() {
        return arrivers;
    }

    /** When a customer came. @param number from 0 */
    public Instant cameAt(int number) {
        synchronized (times) {
            return times.get(number);
        }
    }

    /**
     * Returns when all events are acknowledged.
     *
     * @throws java.util.concurrent.CompletionException when one was refused
     */
    public void awaitPosted() {
        posted.join();
    }

    @Override
    public void close() {
        closing = true;
    }
}
