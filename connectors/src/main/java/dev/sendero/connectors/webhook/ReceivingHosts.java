package dev.sendero.connectors.webhook;

import dev.sendero.api.connector.Outcome;
import dev.sendero.connectors.pace.GrowingPause;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is known of the hosts that are called: how many calls run for each, whether it answers, and which of them fail
 * and are left alone for a while. So a host that hangs or fails holds up no other. Safe for many threads.
 */
final class ReceivingHosts {

    private static final int FAILURES_BEFORE_A_PAUSE = 10;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** How long an answer proves that a host works. */
    private static final Duration PROOF = Duration.ofSeconds(2);

    /** What a host may have that has not answered lately is this part of what one has that does. */
    private static final int CAUTION = 3;

    /** When a call that found no place is worth another look. */
    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);

    private final int mostCalls;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<String, Host> hosts = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();

    /**
     * @param mostCalls to one host at the same time
     * @param patience how long a call waits for a place, so that a host with much to hear does not fill the ledger with
     *     postponements; and how long a host may be silent before it seems to hang, and nobody waits for it any more
     */
    ReceivingHosts(int mostCalls, Duration patience, InstantSource clock) {
        this.mostCalls = mostCalls;
        this.patience = patience;
        this.clock = clock;
    }

    /** Empty when a call may begin, which must {@link #leave} then; otherwise why not. */
    Optional<Outcome.Postponed> enter(String name) {
        lock.lock();
        try {
            Host host = hosts.computeIfAbsent(name, unknown -> new Host());
            awaitPlace(host);
            Instant now = clock.instant();
            if (host.pause.isOn(now)) {
                return Optional.of(new Outcome.Postponed(
                        "the receiver's host is paused after " + host.failures + " failures", host.pause.left(now)));
            }
            if (host.calls >= placesOf(host, now)) {
                return Optional.of(
                        new Outcome.Postponed("as many calls as allowed wait for the receiver's host", WHEN_BUSY));
            }
            if (host.calls == 0) {
                host.begunAt = now;
            }
            host.calls++;
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    /** At a host that works a place becomes free soon; for one that hangs nobody waits. */
    private void awaitPlace(Host host) {
        long nanos = patience.toNanos();
        host.waiting++;
        try {
            Instant now = clock.instant();
            while (nanos > 0 && mayAnswer(host, now) && host.calls >= placesOf(host, now)) {
                nanos = left.awaitNanos(nanos);
                now = clock.instant();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            host.waiting--;
        }
    }

    /** Whether it answers, or has had no time to show that. */
    private boolean mayAnswer(Host host, Instant now) {
        return host.answersAt(now) || now.minus(patience).isBefore(host.begunAt);
    }

    private int placesOf(Host host, Instant now) {
        if (host.failures >= FAILURES_BEFORE_A_PAUSE) {
            return 1;
        }
        return host.answersAt(now) ? mostCalls : Math.max(1, mostCalls / CAUTION);
    }

    /** @param failed whether it looks as if the host did not work; what it refuses, it has answered */
    void leave(String name, boolean failed) {
        lock.lock();
        try {
            Host host = hosts.get(name);
            if (host == null) {
                return;
            }
            host.calls--;
            Instant now = clock.instant();
            if (failed) {
                fail(host, now);
            } else {
                host.answeredAt = now;
                host.failures = 0;
                host.pause.forget();
            }
            if (host.calls == 0 && host.waiting == 0 && host.failures == 0) {
                // Nothing is to be remembered of it; should it come back soon, it begins with fewer places.
                hosts.remove(name);
            }
            left.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Calls that run already when a pause begins make it no longer. */
    private static void fail(Host host, Instant now) {
        host.failures++;
        if (host.failures >= FAILURES_BEFORE_A_PAUSE) {
            host.pause.begin(now);
        }
    }

    /** Used by one thread at a time. */
    private static final class Host {
        private int calls;
        private int waiting;
        /** In a row. */
        private int failures;

        private final GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
        private Instant answeredAt = Instant.MIN;
        private Instant begunAt = Instant.MIN;

        private boolean answersAt(Instant now) {
            return now.minus(PROOF).isBefore(answeredAt);
        }
    }
}
