package dev.sendero.courier;

import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Turns what a provider answered into what the ledger keeps: done, again, never, or in doubt. */
final class Verdicts {

    private final Set<Channel> resendingInDoubt;
    private final RandomGenerator random;

    /**
     * @param resendingInDoubt the channels where a call in doubt is made again
     * @param random used by one thread at a time
     */
    Verdicts(Set<Channel> resendingInDoubt, RandomGenerator random) {
        this.resendingInDoubt = resendingInDoubt;
        this.random = random;
    }

    Result of(Attempt attempt, Instant now) {
        if (attempt instanceof Attempt.NotCalled notCalled) {
            return notCalled.result();
        }
        var called = (Attempt.Called) attempt;
        Claim claim = called.claim();
        if (called.outcome() instanceof Outcome.Accepted accepted) {
            return new Result.Sent(accepted.providerId());
        }
        if (called.outcome() instanceof Outcome.Permanent permanent) {
            return new Result.Failed(permanent.reason());
        }
        if (called.outcome() instanceof Outcome.OptedOut optedOut) {
            return new Result.Failed(optedOut.reason());
        }
        if (called.outcome() instanceof Outcome.Retryable retryable) {
            return again(claim, retryable.reason(), retryable.retryAfter(), now);
        }
        if (called.outcome() instanceof Outcome.Postponed postponed) {
            return later(claim, postponed, now);
        }
        var ambiguous = (Outcome.Ambiguous) called.outcome();
        return resendingInDoubt.contains(claim.message().channel())
                ? again(claim, ambiguous.reason(), Duration.ZERO, now)
                : new Result.InDoubt(ambiguous.reason());
    }

    private static Result later(Claim claim, Outcome.Postponed postponed, Instant now) {
        Instant lastTry = claim.plannedAt()
                .plus(RetrySchedule.of(claim.message().channel()).giveUpAfter());
        return now.isAfter(lastTry)
                ? new Result.Failed(postponed.reason() + "; given up")
                : new Result.Postponed(postponed.reason(), now.plus(postponed.howLong()));
    }

    private Result again(Claim claim, String reason, Duration askedFor, Instant now) {
        Message message = claim.message();
        var schedule = RetrySchedule.of(message.channel());
        Duration pause = schedule.pauseAfter(claim.attempt(), random);
        Instant next = now.plus(pause.compareTo(askedFor) < 0 ? askedFor : pause);
        if (!next.isBefore(message.expires())) {
            return new Result.Expired(reason + "; the next attempt would be too late");
        }
        if (next.isAfter(claim.plannedAt().plus(schedule.giveUpAfter()))) {
            return new Result.Failed(reason + "; given up after " + claim.attempt() + " attempts");
        }
        return new Result.Retry(reason, next);
    }
}
