package dev.sendero.connectors.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class ReceivingHostsTest {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final ReceivingHosts hosts = new ReceivingHosts(6, Duration.ofMillis(20), () -> now);

    @Test
    void a_host_that_does_not_answer_gets_a_third_of_the_calls_that_one_gets_that_does() {
        assertThat(enterOften("silent.example")).isEqualTo(2);

        answerOnce("alive.example");

        assertThat(enterOften("alive.example")).as("beside one that runs").isEqualTo(5);
    }

    @Test
    void one_host_takes_no_place_of_another() {
        enterOften("silent.example");

        assertThat(hosts.enter("other.example")).isEmpty();
    }

    @Test
    void nobody_waits_for_a_host_that_hangs() {
        var patient = new ReceivingHosts(3, Duration.ofMinutes(10), () -> now);
        patient.enter("silent.example");
        now = now.plus(Duration.ofMinutes(10));

        assertThat(patient.enter("silent.example"))
                .hasValue(new Outcome.Postponed(
                        "as many calls as allowed wait for the receiver's host", Duration.ofSeconds(5)));
    }

    @Test
    void at_a_host_that_answers_a_call_waits_for_a_place() {
        var patient = new ReceivingHosts(1, Duration.ofSeconds(20), () -> now);
        patient.enter("alive.example");
        patient.leave("alive.example", false);
        patient.enter("alive.example");
        var waiting = CompletableFuture.supplyAsync(() -> patient.enter("alive.example"));

        patient.leave("alive.example", false);

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
    }

    @Test
    void a_host_that_fails_ten_times_in_a_row_is_left_alone_for_longer_each_time_and_five_minutes_at_most() {
        fail("dead.example", 10);
        assertThat(pauseOf("dead.example")).isEqualTo(Duration.ofSeconds(5));

        now = now.plusSeconds(5);
        fail("dead.example", 1);
        assertThat(pauseOf("dead.example")).isEqualTo(Duration.ofSeconds(10));

        for (int again = 0; again < 20; again++) {
            now = now.plus(Duration.ofMinutes(5));
            fail("dead.example", 1);
        }
        assertThat(pauseOf("dead.example")).isEqualTo(Duration.ofMinutes(5));
        assertThat(hosts.enter("other.example")).isEmpty();
    }

    @Test
    void after_its_pause_one_call_tries_whether_it_works_and_then_it_is_as_good_as_before() {
        fail("dead.example", 10);
        now = now.plusSeconds(5);
        assertThat(enterOften("dead.example")).isEqualTo(1);

        hosts.leave("dead.example", false);

        fail("dead.example", 9);
        assertThat(hosts.enter("dead.example")).isEmpty();
    }

    @Test
    void calls_that_ran_already_when_it_was_paused_make_the_pause_no_longer() {
        var many = new ReceivingHosts(60, Duration.ZERO, () -> now);
        for (int call = 0; call < 20; call++) {
            assertThat(many.enter("dying.example")).isEmpty();
        }
        for (int call = 0; call < 20; call++) {
            many.leave("dying.example", true);
        }

        assertThat(many.enter("dying.example").orElseThrow().howLong()).isEqualTo(Duration.ofSeconds(5));
    }

    private int enterOften(String host) {
        int entered = 0;
        while (entered < 100 && hosts.enter(host).isEmpty()) {
            entered++;
        }
        return entered;
    }

    /** And one call goes on: a host that nobody calls is forgotten. */
    private void answerOnce(String host) {
        hosts.enter(host);
        hosts.enter(host);
        hosts.leave(host, false);
    }

    private void fail(String host, int times) {
        for (int time = 0; time < times; time++) {
            assertThat(hosts.enter(host)).isEmpty();
            hosts.leave(host, true);
        }
    }

    private Duration pauseOf(String host) {
        return hosts.enter(host).orElseThrow().howLong();
    }
}
