package dev.sendero.connectors.email;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.connector.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class RecipientDomainsTest {

    private Instant now = Instant.parse("2026-03-01T10:00:00Z");
    private final RecipientDomains domains = new RecipientDomains(2, Duration.ofMillis(20), () -> now);

    @Test
    void only_so_many_mails_are_on_their_way_to_one_domain() {
        assertThat(domains.enter("a.example")).isEmpty();
        assertThat(domains.enter("a.example")).isEmpty();

        assertThat(domains.enter("a.example")).isPresent();
        assertThat(domains.enter("b.example")).isEmpty();
        domains.leave("a.example");
        assertThat(domains.enter("a.example")).isEmpty();
    }

    @Test
    void a_place_that_becomes_free_is_taken_by_who_waits() {
        var patient = new RecipientDomains(1, Duration.ofSeconds(20), () -> now);
        patient.enter("a.example");
        var waiting = CompletableFuture.supplyAsync(() -> patient.enter("a.example"));

        patient.leave("a.example");

        assertThat(waiting).succeedsWithin(Duration.ofSeconds(10)).isEqualTo(Optional.empty());
    }

    @Test
    void a_pause_is_longer_each_time_and_four_hours_at_most() {
        assertThat(domains.pause("a.example", "5.7.1 no")).isEqualTo(Duration.ofMinutes(5));
        now = now.plus(Duration.ofMinutes(5));
        assertThat(domains.pause("a.example", "5.7.1 no")).isEqualTo(Duration.ofMinutes(10));
        for (int again = 0; again < 20; again++) {
            now = now.plus(Duration.ofHours(4));
            domains.pause("a.example", "5.7.1 no");
        }
        assertThat(domains.pause("a.example", "5.7.1 no")).isEqualTo(Duration.ofHours(4));
    }

    @Test
    void many_calls_that_hear_the_same_at_once_make_one_pause() {
        domains.pause("a.example", "5.7.1 no");
        now = now.plus(Duration.ofMinutes(1));

        assertThat(domains.pause("a.example", "5.7.1 no")).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    void after_its_pause_a_domain_is_tried_again_and_one_that_takes_mail_is_as_good_as_new() {
        domains.pause("a.example", "5.7.1 no");
        assertThat(domains.enter("a.example"))
                .hasValue(
                        new Outcome.Postponed("the domain is paused, since it said: 5.7.1 no", Duration.ofMinutes(5)));
        now = now.plus(Duration.ofMinutes(5));

        assertThat(domains.enter("a.example")).isEmpty();
        domains.accepted("a.example");
        domains.leave("a.example");

        assertThat(domains.pause("a.example", "5.7.1 no")).isEqualTo(Duration.ofMinutes(5));
    }
}
