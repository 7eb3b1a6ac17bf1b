package dev.sendero.courier;

import static dev.sendero.courier.Post.REMINDER;
import static dev.sendero.courier.Post.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VerdictsTest {

    private final Verdicts verdicts = new Verdicts(Set.of(), new SplittableRandom(1));

    @Test
    void what_was_not_called_is_postponed_and_given_up_after_days_like_all_else() {
        Claim claim = claim(Instant.MAX, 1);
        Attempt attempt = answered(claim, new Outcome.Postponed("the domain is paused", Duration.ofMinutes(5)));

        assertThat(verdicts.of(attempt, TEN))
                .isEqualTo(new Result.Postponed("the domain is paused", TEN.plus(Duration.ofMinutes(5))));
        assertThat(verdicts.of(attempt, TEN.plus(Duration.ofDays(5)))).isInstanceOf(Result.Failed.class);
    }

    @Test
    void a_retry_that_would_come_too_late_is_not_made() {
        Claim claim = claim(TEN.plusSeconds(10), 1);

        Result result = verdicts.of(answered(claim, new Outcome.Retryable("busy", Duration.ZERO)), TEN);

        assertThat(result).isEqualTo(new Result.Expired("busy; the next attempt would be too late"));
    }

    @Test
    void after_days_of_retries_the_message_has_failed() {
        Claim claim = claim(Instant.MAX, 30);

        Result result = verdicts.of(
                answered(claim, new Outcome.Retryable("busy", Duration.ZERO)), TEN.plus(Duration.ofDays(4)));

        assertThat(result).isEqualTo(new Result.Failed("busy; given up after 30 attempts"));
    }

    @Test
    void a_provider_that_asks_for_a_longer_pause_gets_it() {
        Claim claim = claim(Instant.MAX, 1);

        Result result = verdicts.of(answered(claim, new Outcome.Retryable("429", Duration.ofHours(3))), TEN);

        assertThat(result).isEqualTo(new Result.Retry("429", TEN.plus(Duration.ofHours(3))));
    }

    private static Claim claim(Instant expires, int attempt) {
        return new Claim(Post.message("m1", Channel.EMAIL, "ada@example.com", REMINDER, expires), attempt, TEN);
    }

    private static Attempt answered(Claim claim, Outcome outcome) {
        return new Attempt.Called(claim, "ada@example.com", outcome);
    }
}
