package dev.sendero.core.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.core.identity.IdentityBounds.Bite;
import dev.sendero.core.state.Position;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdentityTest {

    private static final String NOBODY = "";

    private final List<Bite> bites = new ArrayList<>();
    private final Identity<String> identity =
            new Identity<>(new IdentityBounds(3, Duration.ofSeconds(10), 2, Duration.ofDays(2)), bites::add);
    private final Visitor<String> device = Visitor.unknown();

    @Test
    void until_a_login_an_anonymous_id_is_a_customer_of_its_own() {
        assertThat(seen(1_000, NOBODY)).isEqualTo(known("device"));
        assertThat(seen(2_000, NOBODY)).isEqualTo(known("device"));
    }

    @Test
    void the_first_event_with_a_user_hands_over_what_was_before() {
        seen(2_000, NOBODY);
        seen(1_000, NOBODY);

        assertThat(seen(3_000, "ada")).isEqualTo(new Recognition.Login<>("ada", at(3_000), List.of("e1000", "e2000")));
    }

    @Test
    void from_the_login_on_everything_is_the_users() {
        seen(1_000, NOBODY);
        seen(3_000, "ada");

        assertThat(seen(4_000, NOBODY)).isEqualTo(known("ada"));
        assertThat(seen(5_000, "ada")).isEqualTo(known("ada"));
        assertThat(device.history()).isEmpty();
    }

    @Test
    void a_login_that_came_late_stands_after_all_that_it_hands_over() {
        seen(5_000, NOBODY);

        assertThat(seen(3_000, "ada")).isEqualTo(new Recognition.Login<>("ada", at(5_000), List.of("e5000")));
    }

    @Test
    void another_user_takes_over_from_then_on_and_gets_nothing_of_the_first() {
        seen(1_000, NOBODY);
        seen(3_000, "ada");
        seen(4_000, NOBODY);

        assertThat(seen(5_000, "bob")).isEqualTo(known("bob"));
        assertThat(seen(6_000, NOBODY)).isEqualTo(known("bob"));
        assertThat(seen(4_500, "ada")).isEqualTo(known("ada"));
        assertThat(seen(7_000, NOBODY)).as("a late login changes no newer link").isEqualTo(known("bob"));
    }

    @Test
    void an_id_of_too_many_users_is_nobodys_for_ever() {
        seen(1_000, "ada");
        seen(2_000, "bob");
        assertThat(bites).isEmpty();

        assertThat(seen(3_000, "cem")).isEqualTo(known("cem"));

        assertThat(bites).containsExactly(Bite.LINKS);
        assertThat(seen(4_000, NOBODY)).isEqualTo(known("device"));
        assertThat(seen(5_000, "ada")).isEqualTo(known("ada"));
        assertThat(seen(6_000, NOBODY)).isEqualTo(known("device"));
        assertThat(device.history()).isEmpty();
    }

    @Test
    void of_a_long_history_the_newest_events_are_kept() {
        for (int second = 1; second <= 5; second++) {
            seen(1_000L * second, NOBODY);
        }

        assertThat(bites).containsExactly(Bite.HISTORY, Bite.HISTORY);
        assertThat(handedOver(6_000)).containsExactly("e3000", "e4000", "e5000");
    }

    @Test
    void what_is_older_than_the_bound_is_left_out_whenever_it_came() {
        seen(1_000, NOBODY);
        seen(11_000, NOBODY);
        seen(11_001, NOBODY);
        assertThat(bites).containsExactly(Bite.HISTORY);

        seen(900, NOBODY);
        assertThat(bites).hasSize(2);

        assertThat(handedOver(21_001)).containsExactly("e11001");
        assertThat(bites).hasSize(3);
    }

    @Test
    void an_event_that_comes_twice_is_remembered_once() {
        seen(1_000, NOBODY);
        seen(2_000, NOBODY);
        seen(1_000, NOBODY);

        assertThat(handedOver(3_000)).containsExactly("e1000", "e2000");
    }

    @Test
    void a_silent_id_is_forgotten_when_its_history_is_too_old_or_its_link_is() {
        seen(1_000, NOBODY);
        assertThat(identity.forgettableAt(device)).isEqualTo(11_000);

        seen(2_000, "ada");
        assertThat(identity.forgettableAt(device))
                .isEqualTo(2_000 + Duration.ofDays(2).toMillis());

        long aDayLater = 2_000 + Duration.ofDays(1).toMillis();
        device.takeChange();
        seen(aDayLater - 1, "ada");
        assertThat(device.takeChange())
                .as("a link is not written anew with each event")
                .isFalse();
        seen(aDayLater, "ada");
        assertThat(device.takeChange()).isTrue();
        assertThat(identity.forgettableAt(device))
                .isEqualTo(aDayLater + Duration.ofDays(2).toMillis());
    }

    private List<String> handedOver(long loginAt) {
        return ((Recognition.Login<String>) seen(loginAt, "ada")).history();
    }

    private Recognition<String> seen(long millis, String user) {
        return identity.see(device, new Sighting("device", user, at(millis)), "e" + millis);
    }

    private static Recognition<String> known(String customer) {
        return new Recognition.Known<>(customer);
    }

    private static Position at(long millis) {
        return new Position(millis, "e" + millis);
    }
}
