package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.atLeast;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.start;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Reentry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StartTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder first() {
        return journey("first").triggeredBy(event("Add")).steps(start("go", "second"), email("after"));
    }

    private static JourneyBuilder second() {
        return journey("second").triggeredBy(event("Never")).steps(delay("d", HOUR), email("welcome"));
    }

    private static List<String> entered(Shop shop, FactType type) {
        return shop.facts(type).stream()
                .map(fact -> fact.journey() + (fact.reason().isEmpty() ? "" : " " + fact.reason()))
                .toList();
    }

    @Test
    void a_step_starts_another_journey_and_the_run_goes_on() {
        var shop = Shop.with(first(), second()).event("10:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("10:00 after", "11:00 welcome");
        assertThat(entered(shop, FactType.ENTERED)).containsExactly("first", "second");
    }

    @Test
    void the_other_journey_asks_its_own_audience() {
        var shop = Shop.with(first(), second().audience(atLeast("run.trigger.properties.price", 50)));

        shop.event("10:00", "Add", Map.of("price", 20L)).event("11:00", "Add", Map.of("price", 80L));

        assertThat(entered(shop, FactType.NOT_ENTERED)).containsExactly("second audience");
        assertThat(entered(shop, FactType.ENTERED)).containsExactly("first", "first", "second");
    }

    @Test
    void the_other_journey_asks_its_own_reentry() {
        var shop = Shop.with(first(), second().reentry(new Reentry.Never()));

        shop.event("10:00", "Add").event("13:00", "Add");

        assertThat(entered(shop, FactType.NOT_ENTERED)).containsExactly("second reentry");
    }

    @Test
    void a_journey_that_is_not_live_is_not_started() {
        var shop = Shop.with(first(), second().state(JourneyState.PAUSED)).event("10:00", "Add");

        assertThat(shop.aYearLater().sent()).containsExactly("10:00 after");
        assertThat(entered(shop, FactType.NOT_ENTERED)).containsExactly("second not_live");
    }

    @Test
    void a_journey_that_is_not_there_is_not_started() {
        var shop = Shop.with(first()).event("10:00", "Add");

        assertThat(entered(shop, FactType.NOT_ENTERED)).containsExactly("second not_live");
    }

    @Test
    void the_started_run_is_for_the_key_of_the_run_that_starts_it() {
        var shop = Shop.with(first().per("cart_id"), second().per("cart_id"))
                .event("10:00", "Add", Map.of("cart_id", "c1"));

        assertThat(shop.facts(FactType.ENTERED)).extracting(Fact::key).containsExactly("c1", "c1");
    }

    @Test
    void a_key_that_only_the_other_journey_asks_for_is_that_of_the_event() {
        var shop = Shop.with(first(), second().per("order_id"));

        shop.event("10:00", "Add", Map.of("order_id", 7L)).event("11:00", "Add");

        assertThat(shop.facts(FactType.ENTERED)).extracting(Fact::key).containsExactly("", "7", "");
        assertThat(entered(shop, FactType.NOT_ENTERED)).containsExactly("second no_key");
    }

    @Test
    void journeys_that_start_each_other_come_to_an_end() {
        var shop = Shop.with(
                journey("first").triggeredBy(event("Add")).steps(email("one"), start("go", "second")),
                journey("second").triggeredBy(event("Never")).steps(email("two"), start("back", "first")));

        shop.event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 one", "10:00 two");
        assertThat(entered(shop, FactType.NOT_ENTERED)).containsExactly("first started_in_circle");
    }

    @Test
    void a_replay_starts_the_same_run() {
        var one = Shop.with(first(), second()).event("10:00", "Add");
        var other = Shop.with(first(), second()).event("10:00", "Add");

        assertThat(one.facts()).isEqualTo(other.facts());
        assertThat(one.facts(FactType.ENTERED)).extracting(Fact::run).doesNotHaveDuplicates();
    }
}
