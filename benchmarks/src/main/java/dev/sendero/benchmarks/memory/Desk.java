package dev.sendero.benchmarks.memory;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import org.jspecify.annotations.Nullable;

/**
 * What the ends of a job in this process share with whoever measures it: the customers, the time up to which they are
 * to be decided, and how far that is. One job at a time.
 */
final class Desk {

    private static volatile @Nullable Desk current;

    private final Population population;
    private final AtomicLong time;
    private final AtomicLongArray reached;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong facts = new AtomicLong();
    private volatile CompletableFuture<Void> moved = new CompletableFuture<>();

    private Desk(Population population, int tasks) {
        this.population = population;
        this.time = new AtomicLong(population.end().toEpochMilli());
        this.reached = new AtomicLongArray(tasks);
        for (int task = 0; task < tasks; task++) {
            reached.set(task, Long.MIN_VALUE);
        }
    }

    static Desk open(Population population, int tasks) {
        var desk = new Desk(population, tasks);
        current = desk;
        return desk;
    }

    /** @throws IllegalStateException outside of a run */
    static Desk current() {
        Desk desk = current;
        if (desk == null) {
            throw new IllegalStateException("desk: none (expected: a run in this process)");
        }
        return desk;
    }

    Population population() {
        return population;
    }

    /** Lets time pass. */
    void advanceTo(Instant newTime) {
        time.set(newTime.toEpochMilli());
        CompletableFuture<Void> waiting = moved;
        moved = new CompletableFuture<>();
        waiting.complete(null);
    }

    /** What time it is when all events have happened, milliseconds since 1970. */
    long time() {
        return time.get();
    }

    /** Complete when it is later than the given time. */
    CompletableFuture<Void> after(long millis) {
        CompletableFuture<Void> next = moved;
        return time.get() > millis ? CompletableFuture.completedFuture(null) : next;
    }

    /** Hears up to when a task has decided everything. */
    void reached(int task, long millis) {
        reached.set(task, millis);
    }

    /** Whether all tasks have decided everything up to a time. */
    boolean hasReached(Instant until) {
        for (int task = 0; task < reached.length(); task++) {
            if (reached.get(task) < until.toEpochMilli()) {
                return false;
            }
        }
        return true;
    }

    AtomicLong messages() {
        return messages;
    }

    AtomicLong facts() {
        return facts;
    }
}
