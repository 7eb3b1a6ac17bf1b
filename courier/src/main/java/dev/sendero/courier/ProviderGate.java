package dev.sendero.courier;

import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets as many calls through to one provider as its rate allows, and none for a while after it has failed too often or
 * has asked for a pause. Then a few calls try whether it works again. Safe for many threads.
 */
final class ProviderGate {

    private static final Logger LOG = LoggerFactory.getLogger(ProviderGate.class);

    private static final int CALLS_LOOKED_AT = 50;
    private static final int FEWEST_CALLS = 20;
    private static final int FAILED_PERCENT = 50;
    private static final int PROBES = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    /** However long a provider asks for: a mistaken answer is not to stop a channel for days. */
    private static final Duration LONGEST_ASKED_PAUSE = Duration.ofHours(1);

    private final CircuitBreaker breaker;
    private final boolean closes;
    private final RateBudget budget;
    private final InstantSource wallClock;

    /** @param closes whether it ever closes: where calls go to many providers, one that fails is not to stop the others */
    ProviderGate(Channel channel, boolean closes, RateBudget budget, InstantSource wallClock) {
        this.closes = closes;
        this.budget = budget;
        this.wallClock = wallClock;
        breaker = CircuitBreaker.of(
                channel.wireName(),
                CircuitBreakerConfig.custom()
                        .clock(wallClock.withZone(ZoneOffset.UTC))
                        .slidingWindow(
                                CALLS_LOOKED_AT, FEWEST_CALLS, CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(FAILED_PERCENT)
                        .recordResult(ProviderGate::isFailure)
                        .permittedNumberOfCallsInHalfOpenState(PROBES)
                        .waitIntervalFunctionInOpenState(IntervalFunction.ofExponentialBackoff(
                                FIRST_PAUSE.toMillis(), 2, LONGEST_PAUSE.toMillis()))
                        .build());
        if (!closes) {
            breaker.transitionToDisabledState();
        }
        breaker.getEventPublisher()
                .onStateTransition(
                        event -> log(channel, event.getStateTransition().getToState()));
    }

    private static boolean isFailure(Object outcome) {
        return outcome instanceof Outcome.Retryable || outcome instanceof Outcome.Ambiguous;
    }

    private static void log(Channel channel, CircuitBreaker.State state) {
        switch (state) {
            case OPEN -> LOG.warn("{}: the provider is not called for a while", channel.wireName());
            case HALF_OPEN -> LOG.info("{}: looks whether the provider works again", channel.wireName());
            default -> LOG.info("{}: the provider works again", channel.wireName());
        }
    }

    /**
     * Reserves calls. Each ends in {@link #record} or {@link #release}.
     *
     * @param share of the channel's rate that is this instance's, 0 to 1
     * @return how many may be made, at most what is wanted
     */
    int reserve(int wanted, double share) {
        if (wanted <= 0) {
            return 0;
        }
        int permitted = hasLimit() ? permissions(wanted) : wanted;
        int reserved = budget.take(permitted, share);
        releasePermissions(permitted - reserved);
        return reserved;
    }

    private boolean hasLimit() {
        return switch (breaker.getState()) {
            case OPEN, HALF_OPEN -> true;
            default -> false;
        };
    }

    private int permissions(int wanted) {
        int permitted = 0;
        while (permitted < wanted && breaker.tryAcquirePermission()) {
            permitted++;
        }
        return permitted;
    }

    /** For reserved calls that are not made. */
    void release(int unused) {
        budget.giveBack(unused);
        releasePermissions(unused);
    }

    private void releasePermissions(int unused) {
        for (int permission = 0; permission < unused; permission++) {
            breaker.releasePermission();
        }
    }

    /** What came of a call. One that is to be made later for its own message's sake says nothing about the provider. */
    void record(Outcome outcome, Duration took) {
        if (outcome instanceof Outcome.Retryable retryable
                && !retryable.retryAfter().isZero()) {
            breaker.releasePermission();
            if (closes && retryable.forAll()) {
                pause(retryable.retryAfter());
            }
        } else {
            breaker.onResult(took.toNanos(), TimeUnit.NANOSECONDS, outcome);
        }
    }

    private void pause(Duration asked) {
        Duration pause = asked.compareTo(LONGEST_ASKED_PAUSE) > 0 ? LONGEST_ASKED_PAUSE : asked;
        LOG.warn("{}: the provider asks for a pause of {}", breaker.getName(), pause);
        breaker.transitionToOpenStateUntil(wallClock.instant().plus(pause));
    }

    /** Whether the provider is not to be called at the moment. */
    boolean isOpen() {
        return breaker.getState() == CircuitBreaker.State.OPEN;
    }

    /** 0 while the provider is called, 1 while a few calls try whether it works again, 2 while it is not called. */
    int level() {
        return switch (breaker.getState()) {
            case OPEN -> 2;
            case HALF_OPEN -> 1;
            default -> 0;
        };
    }
}
