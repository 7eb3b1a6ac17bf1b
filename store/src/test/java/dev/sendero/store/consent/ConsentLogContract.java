package dev.sendero.store.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import dev.sendero.store.TestDatabase;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every database must hold to; inherited once for each. */
abstract class ConsentLogContract {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final CustomerId ADA = new CustomerId("ada");

    private final ConsentLog log;

    ConsentLogContract(TestDatabase database) {
        log = new SqlConsentLog(database.emptied());
    }

    @Test
    void who_has_said_nothing_has_taken_nothing_back() {
        assertThat(log.isWithdrawn(ADA, Channel.EMAIL, "offers", Instant.EPOCH)).isFalse();
        assertThat(log.of(ADA, 9)).isEmpty();
    }

    @Test
    void what_is_taken_back_is_so_for_that_group_and_channel_and_customer() {
        log.append(List.of(change("offers", false, TEN)));

        assertThat(log.isWithdrawn(ADA, Channel.EMAIL, "offers", TEN.minusSeconds(60)))
                .isTrue();
        assertThat(log.isWithdrawn(ADA, Channel.EMAIL, "news", TEN.minusSeconds(60)))
                .isFalse();
        assertThat(log.isWithdrawn(ADA, Channel.SMS, "offers", TEN.minusSeconds(60)))
                .isFalse();
        assertThat(log.isWithdrawn(new CustomerId("bob"), Channel.EMAIL, "offers", TEN.minusSeconds(60)))
                .isFalse();
    }

    @Test
    void what_was_said_by_the_time_of_who_asks_is_known_there() {
        log.append(List.of(change("offers", false, TEN)));

        assertThat(log.isWithdrawn(ADA, Channel.EMAIL, "offers", TEN)).isFalse();
        assertThat(log.isWithdrawn(ADA, Channel.EMAIL, "offers", TEN.minusMillis(1)))
                .isTrue();
    }

    @Test
    void the_newest_word_counts() {
        log.append(List.of(change("offers", true, TEN.plusSeconds(1)), change("offers", false, TEN)));
        assertThat(log.isWithdrawn(ADA, Channel.EMAIL, "offers", Instant.EPOCH)).isFalse();

        log.append(List.of(change("offers", false, TEN.plusSeconds(2))));
        assertThat(log.isWithdrawn(ADA, Channel.EMAIL, "offers", Instant.EPOCH)).isTrue();
    }

    @Test
    void who_takes_back_everything_has_taken_back_every_group() {
        log.append(List.of(change("", false, TEN)));

        assertThat(log.isWithdrawn(ADA, Channel.EMAIL, "news", Instant.EPOCH)).isTrue();
    }

    @Test
    void what_is_said_twice_is_kept_once_and_the_newest_comes_first() {
        ConsentChange agreed = change("offers", true, TEN);
        ConsentChange ended = change("offers", false, TEN.plusSeconds(5));
        log.append(List.of(agreed, ended));
        log.append(List.of(agreed));

        assertThat(log.of(ADA, 9)).containsExactly(ended, agreed);
        assertThat(log.of(ADA, 1)).containsExactly(ended);
    }

    private static ConsentChange change(String group, boolean granted, Instant at) {
        return new ConsentChange(ADA, Channel.EMAIL, group, granted, at, "preference page", "2026-02");
    }
}
