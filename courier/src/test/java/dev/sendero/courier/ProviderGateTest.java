package dev.sendero.courier;

import static dev.sendero.courier.Post.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProviderGateTest {

    private static final Outcome DONE = new Outcome.Accepted("7");
    private static final Outcome BUSY = new Outcome.Retryable("503", Duration.ZERO);
    private static final Outcome REFUSED = new Outcome.Permanent("400", false);
    private static final Duration TOOK = Duration.ofMillis(30);

    private final SettableClock wallClock = new SettableClock(TEN);
    private final ProviderGate gate = new ProviderGate(Channel.SMS, true, RateBudget.unlimited(wallClock), wallClock);

    @Test
    void a_provider_that_works_gets_all_calls() {
        answers(100, DONE);

        assertThat(gate.reserve(500, 1)).isEqualTo(500);
    }

    @Test
    void messages_that_are_refused_say_nothing_against_the_provider() {
        answers(100, REFUSED);

        assertThat(gate.reserve(500, 1)).isEqualTo(500);
    }

    @Test
    void a_provider_that_fails_half_of_the_time_is_left_alone() {
        for (int pair = 0; pair < 10; pair++) {
            answers(1, DONE);
            answers(1, pair % 2 == 0 ? BUSY : new Outcome.Ambiguous("timed out"));
        }

        assertThat(gate.isOpen()).isTrue();
        assertThat(gate.reserve(500, 1)).isZero();
    }

    @Test
    void after_a_while_a_few_calls_look_whether_it_works_again() {
        answers(20, BUSY);
        passes(Duration.ofSeconds(5));

        int probes = gate.reserve(500, 1);
        assertThat(probes).isEqualTo(5);
        assertThat(gate.reserve(500, 1)).as("while they run").isZero();
        record(probes, DONE);

        assertThat(gate.level()).isZero();
        assertThat(gate.reserve(500, 1)).isEqualTo(500);
    }

    @Test
    void a_provider_that_still_fails_is_left_alone_for_longer() {
        answers(20, BUSY);
        passes(Duration.ofSeconds(5));
        record(gate.reserve(500, 1), BUSY);

        passes(Duration.ofSeconds(6));
        assertThat(gate.reserve(500, 1)).isZero();
        passes(Duration.ofSeconds(4));
        assertThat(gate.reserve(500, 1)).isEqualTo(5);
    }

    @Test
    void a_probe_for_which_there_is_no_message_is_not_lost() {
        answers(20, BUSY);
        passes(Duration.ofSeconds(5));

        gate.release(gate.reserve(500, 1));

        assertThat(gate.reserve(500, 1)).isEqualTo(5);
    }

    @Test
    void a_provider_that_asks_for_a_pause_gets_it() {
        answers(1, new Outcome.Retryable("429", Duration.ofSeconds(90), true));

        wallClock.advance(Duration.ofSeconds(89));
        assertThat(gate.reserve(500, 1)).isZero();
        passes(Duration.ofSeconds(1));
        assertThat(gate.reserve(500, 1)).isEqualTo(5);
    }

    @Test
    void a_pause_that_is_asked_for_without_a_length_is_a_failure_like_others() {
        var busy = new Outcome.Retryable("429", Duration.ZERO, true);
        answers(1, busy);
        assertThat(gate.isOpen()).isFalse();

        answers(19, busy);

        assertThat(gate.isOpen()).isTrue();
    }

    @Test
    void no_pause_is_longer_than_an_hour() {
        answers(1, new Outcome.Retryable("429", Duration.ofDays(3), true));

        passes(Duration.ofHours(1));

        assertThat(gate.reserve(500, 1)).isEqualTo(5);
    }

    @Test
    void many_calls_that_end_with_the_same_request_for_a_pause_are_one() {
        int reserved = gate.reserve(32, 1);
        record(reserved, new Outcome.Retryable("429", Duration.ofSeconds(10), true));

        passes(Duration.ofSeconds(10));

        assertThat(gate.reserve(500, 1)).isEqualTo(5);
    }

    @Test
    void a_pause_that_one_message_is_asked_for_holds_up_no_other() {
        answers(100, new Outcome.Retryable("this recipient later", Duration.ofMinutes(10)));

        assertThat(gate.reserve(500, 1)).isEqualTo(500);
    }

    @Test
    void where_calls_go_to_many_providers_one_that_fails_stops_no_other() {
        var toMany = new ProviderGate(Channel.WEBHOOK, false, RateBudget.unlimited(wallClock), wallClock);
        for (int call = 0; call < 100; call++) {
            toMany.record(new Outcome.Retryable("503", Duration.ofMinutes(1), true), TOOK);
        }

        assertThat(toMany.reserve(500, 1)).isEqualTo(500);
        assertThat(toMany.isOpen()).isFalse();
    }

    /** A pause is over after its last moment. */
    private void passes(Duration time) {
        wallClock.advance(time.plusMillis(1));
    }

    private void answers(int calls, Outcome outcome) {
        record(gate.reserve(calls, 1), outcome);
    }

    private void record(int calls, Outcome outcome) {
        for (int call = 0; call < calls; call++) {
            gate.record(outcome, TOOK);
        }
    }
}
