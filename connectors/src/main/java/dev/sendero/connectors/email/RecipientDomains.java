package dev.sendero.connectors.email;

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
 * What is known of the domains that mail goes to: how many calls run for each, and which of them want to be left alone.
 * One that takes mail again is forgotten; a restart forgets them all, and the next answer tells it again.
 */
final class RecipientDomains {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    /** When a call that found no place is worth another look. */
    private static final Duration WHEN_BUSY = Duration.ofSeconds(5);

    private final int mostCalls;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<String, Domain> domains = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition left = lock.newCondition();

    /**
     * @param mostCalls to one domain at the same time
     * @param patience how long a call waits for a place, so that a domain with much mail does not fill the ledger with
     *     postponements; others have to wait as long
     */
    RecipientDomains(int mostCalls, Duration patience, InstantSource clock) {
        this.mostCalls = mostCalls;
        this.patience = patience;
        this.clock = clock;
    }

    /** Empty when a call may begin, which must {@link #leave} then; otherwise why not. */
    Optional<Outcome.Postponed> enter(String name) {
        lock.lock();
        try {
            long nanos = patience.toNanos();
            Domain domain = domains.computeIfAbsent(name, unknown -> new Domain());
            while (!domain.pause.isOn(clock.instant()) && domain.calls >= mostCalls && nanos > 0) {
                domain.waiting++;
                try {
                    nanos = left.awaitNanos(nanos);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    nanos = 0;
                } finally {
                    domain.waiting--;
                }
            }
            Instant now = clock.instant();
            if (domain.pause.isOn(now)) {
                return Optional.of(new Outcome.Postponed(
                        "the domain is paused, since it said: " + domain.reason, domain.pause.left(now)));
            }
            if (domain.calls >= mostCalls) {
                return Optional.of(
                        new Outcome.Postponed("as many mails as allowed are on their way to the domain", WHEN_BUSY));
            }
            domain.calls++;
            return Optional.empty();
        } finally {
            lock.unlock();
        }
    }

    void leave(String name) {
        lock.lock();
        try {
            Domain domain = domains.get(name);
            if (domain != null) {
                domain.calls--;
                forget(name, domain);
                left.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /**
     * Leaves a domain alone for a while: longer each time that it says so again after the pause, and once for all that
     * it says to calls which ran already.
     *
     * @param reason what it said, without addresses
     * @return how long
     */
    Duration pause(String name, String reason) {
        lock.lock();
        try {
            Instant now = clock.instant();
            Domain domain = domains.computeIfAbsent(name, unknown -> new Domain());
            if (!domain.pause.isOn(now)) {
                domain.pause.begin(now);
                domain.reason = reason;
            }
            return domain.pause.left(now);
        } finally {
            lock.unlock();
        }
    }

    /** It takes mail. What came of calls that began before a pause does not end it. */
    void accepted(String name) {
        lock.lock();
        try {
            Domain domain = domains.get(name);
            if (domain != null && !domain.pause.isOn(clock.instant())) {
                domain.pause.forget();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Without calls, waiters and pauses there is nothing to remember of it. */
    private void forget(String name, Domain domain) {
        if (domain.calls == 0 && domain.waiting == 0 && !domain.pause.isRemembered()) {
            domains.remove(name);
        }
    }

    /** Used by one thread at a time. */
    private static final class Domain {
        private int calls;
        private int waiting;
        private final GrowingPause pause = new GrowingPause(FIRST_PAUSE, LONGEST_PAUSE);
        private String reason = "";
    }
}
