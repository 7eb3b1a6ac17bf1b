package dev.sendero.store.suppression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.message.Channel;
import dev.sendero.store.TestDatabase;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every database must hold to; inherited once for each. */
abstract class SuppressionsContract {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private final Suppressions suppressions;

    SuppressionsContract(TestDatabase database) {
        suppressions = new SqlSuppressions(database.emptied());
    }

    @Test
    void a_suppressed_address_is_found_however_it_is_written_and_on_its_channel_only() {
        suppressions.add(Channel.EMAIL, "Ada@Example.com", "550 no such user", TEN);

        assertThat(suppressions.find(Channel.EMAIL, " ada@example.COM "))
                .contains(new Suppression(Channel.EMAIL, "ada@example.com", "550 no such user", TEN));
        assertThat(suppressions.find(Channel.SMS, "ada@example.com")).isEmpty();
    }

    @Test
    void the_first_reason_stays() {
        suppressions.add(Channel.EMAIL, "ada@example.com", "bounced", TEN);
        suppressions.add(Channel.EMAIL, "ada@example.com", "complained", TEN.plusSeconds(1));

        assertThat(suppressions.newest(9)).extracting(Suppression::reason).containsExactly("bounced");
    }

    @Test
    void an_address_can_be_allowed_again() {
        suppressions.add(Channel.EMAIL, "ada@example.com", "bounced", TEN);
        suppressions.remove(Channel.EMAIL, "ADA@example.com");

        assertThat(suppressions.find(Channel.EMAIL, "ada@example.com")).isEmpty();
    }
}
