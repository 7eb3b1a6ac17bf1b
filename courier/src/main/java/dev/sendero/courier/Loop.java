package dev.sendero.courier;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that does one thing again and again until it is stopped. What goes wrong is logged and tried again. */
final class Loop {

    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final Duration REST_AFTER_FAILURE = Duration.ofMillis(500);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private final Thread thread;
    private final Round round;
    private volatile boolean stopping;
    private boolean wake;

    /** One go; returns how long to rest before the next, zero for not at all. */
    interface Round {
        Duration run();
    }

    Loop(String name, Round round) {
        this.round = round;
        this.thread = new Thread(this::runRounds, name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Ends the rest that the thread takes, or the next one. */
    void wake() {
        lock.lock();
        try {
            wake = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** No further round begins; {@link #join} waits for the one that runs. */
    void stop() {
        stopping = true;
        wake();
    }

    /** @return whether the thread has ended, or never begun */
    boolean join(Duration longest) {
        try {
            thread.join(Math.max(1, longest.toMillis()));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private void runRounds() {
        String failing = "";
        while (!stopping) {
            Duration rest;
            try {
                rest = round.run();
                if (!failing.isEmpty()) {
                    LOG.info("{}: works again", thread.getName());
                    failing = "";
                }
            } catch (RuntimeException | Error failed) {
                // A thread that ended here would end all deliveries without a word.
                if (!stopping && !failing.equals(String.valueOf(failed.getMessage()))) {
                    LOG.warn("{}: failed and tries again", thread.getName(), failed);
                }
                failing = String.valueOf(failed.getMessage());
                rest = REST_AFTER_FAILURE;
            }
            rest(rest);
        }
    }

    private void rest(Duration duration) {
        lock.lock();
        try {
            long nanosLeft = duration.toNanos();
            while (!wake && !stopping && nanosLeft > 0) {
                nanosLeft = woken.awaitNanos(nanosLeft);
            }
            wake = false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stopping = true;
        } finally {
            lock.unlock();
        }
    }
}
