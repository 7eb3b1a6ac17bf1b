package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TraitsTest {

    private static final String DRAFT_OF_NOTHING = """
            journey: idle
            state: live
            trigger: { event: Never }
            steps: []
            """;

    private static ProjectShop shop(String trait) {
        return ProjectShop.of("traits:\n  it: " + trait + "\n", DRAFT_OF_NOTHING);
    }

    private static Map<String, Object> total(double amount, String currency) {
        return Map.of("total", amount, "currency", currency);
    }

    @Test
    void a_count_begins_at_0_and_each_event_counts_for_exactly_the_window() {
        var shop = shop("{ count: View, over: 1h }");
        assertThat(shop.trait("10:00", "it")).isEqualTo(0L);

        shop.event("10:00", "View").event("10:30", "View").event("10:30", "Other");

        assertThat(shop.trait("10:30", "it")).isEqualTo(2L);
        assertThat(shop.trait("10:59:59.999", "it")).isEqualTo(2L);
        assertThat(shop.trait("11:00", "it")).isEqualTo(1L);
        assertThat(shop.trait("11:30", "it")).isEqualTo(0L);
    }

    @Test
    void a_count_without_a_window_goes_as_far_back_as_it_goes() {
        var shop = shop("{ count: [View, Buy] }").event("10:00", "View").event("+300d 10:00", "Buy");

        assertThat(shop.trait("+900d 10:00", "it")).isEqualTo(2L);
    }

    @Test
    void only_events_that_surely_fit_count() {
        var shop = shop("{ count: View, where: event.properties.price >= 10 }")
                .event("10:00", "View", Map.of("price", 10L))
                .event("10:01", "View", Map.of("price", 9L))
                .event("10:02", "View");

        assertThat(shop.trait("10:02", "it")).isEqualTo(1L);
    }

    @Test
    void money_is_added_as_decimals() {
        var shop = shop("{ sum: event.properties.total, of: Buy }");
        for (int cents = 0; cents < 10; cents++) {
            shop.event("10:00", "Buy", Map.of("total", 0.1));
        }

        assertThat(shop.trait("10:00", "it")).isEqualTo(1L);
        assertThat(shop.event("10:01", "Buy", Map.of("total", 0.25)).trait("10:01", "it"))
                .isEqualTo(1.25);
    }

    @Test
    void only_values_in_the_projects_currency_are_added_and_others_are_counted_and_named() {
        var shop = shop("{ sum: event.properties.total, of: Buy }")
                .event("10:00", "Buy", total(10, "EUR"))
                .event("10:01", "Buy", total(20, "USD"))
                .event("10:02", "Buy", total(5, "eur"))
                .event("10:03", "Buy", Map.of("total", 1L));

        assertThat(shop.trait("10:03", "it")).isEqualTo(16L);
        assertThat(shop.effects()).containsExactly(new Effect.NotAdded("it", "USD"));
    }

    @Test
    void what_is_no_money_is_added_whatever_the_currency() {
        var shop = shop("{ sum: event.properties.items, of: Buy, money: false }")
                .event("10:00", "Buy", Map.of("items", 2L, "currency", "USD"));

        assertThat(shop.trait("10:00", "it")).isEqualTo(2L);
    }

    @Test
    void the_most_frequent_value_is_the_last_one_of_those_that_come_as_often() {
        var shop = shop("{ most_frequent: event.properties.category, of: View, over: 1d }");
        assertThat(shop.trait("10:00", "it")).isNull();

        shop.event("10:00", "View", Map.of("category", "lamps"))
                .event("10:01", "View", Map.of("category", "beds"))
                .event("10:02", "View", Map.of("category", "lamps"));
        assertThat(shop.trait("10:02", "it")).isEqualTo("lamps");

        shop.event("10:03", "View", Map.of("category", "beds"));
        assertThat(shop.trait("10:03", "it")).isEqualTo("beds");
        assertThat(shop.trait("+1d 10:01", "it")).isEqualTo("beds");
        assertThat(shop.trait("+1d 10:03", "it")).isNull();
    }

    @Test
    void points_add_up() {
        var shop = shop("{ points: { Pricing Viewed: 5, Demo Requested: 10, Unsubscribed: -20 } }")
                .event("10:00", "Pricing Viewed")
                .event("10:01", "Demo Requested")
                .event("10:02", "Demo Requested");

        assertThat(shop.trait("10:02", "it")).isEqualTo(25L);
    }

    @Test
    void first_last_min_and_max_are_unknown_until_there_is_a_value() {
        var shop = ProjectShop.of("""
                traits:
                  one: { first: event.properties.shop, of: Buy }
                  other: { last: event.properties.shop, of: Buy }
                  least: { min: event.properties.total, of: Buy }
                  most: { max: event.properties.total, of: Buy, over: 1h }
                """, DRAFT_OF_NOTHING);
        shop.event("10:00", "Buy");
        for (String trait : List.of("one", "other", "least", "most")) {
            assertThat(shop.trait("10:00", trait)).as(trait).isNull();
        }

        shop.event("10:10", "Buy", Map.of("shop", "Bonn", "total", 30L))
                .event("10:20", "Buy", Map.of("shop", "Köln", "total", 20L));

        assertThat(shop.trait("10:20", "one")).isEqualTo("Bonn");
        assertThat(shop.trait("10:20", "other")).isEqualTo("Köln");
        assertThat(shop.trait("10:20", "least")).isEqualTo(20L);
        assertThat(shop.trait("10:20", "most")).isEqualTo(30L);
        assertThat(shop.trait("11:10", "most")).isEqualTo(20L);
    }

    @Test
    void a_collection_holds_the_newest_of_each_and_is_emptied() {
        var shop = shop("{ collect: Add, by: product_id, remove: Remove, clear: Buy, keep: 2 }");
        assertThat(shop.event("09:00", "Buy").trait("09:00", "it")).isNull();

        shop.event("10:00", "Add", Map.of("product_id", "a", "name", "Lamp", "tags", List.of("x")))
                .event("10:01", "Add", Map.of("product_id", "b"))
                .event("10:02", "Add", Map.of("product_id", "a", "name", "Lamp 2"));
        assertThat(shop.trait("10:02", "it"))
                .isEqualTo(List.of(Map.of("product_id", "b"), Map.of("product_id", "a", "name", "Lamp 2")));

        shop.event("10:03", "Add", Map.of("product_id", "c"));
        assertThat(shop.trait("10:03", "it"))
                .isEqualTo(List.of(Map.of("product_id", "a", "name", "Lamp 2"), Map.of("product_id", "c")));

        shop.event("10:04", "Remove", Map.of("product_id", "c"));
        assertThat(shop.trait("10:04", "it")).isEqualTo(List.of(Map.of("product_id", "a", "name", "Lamp 2")));
        assertThat(shop.event("10:05", "Buy").saveAndRestore().trait("10:05", "it"))
                .isEqualTo(List.of());
    }

    @Test
    void an_event_that_comes_late_counts_by_its_own_time() {
        var shop = shop("{ count: View, over: 1h }").event("11:00", "View").event("10:30", "View");

        assertThat(shop.trait("11:00", "it")).isEqualTo(2L);
        assertThat(shop.trait("11:30", "it")).isEqualTo(1L);
    }

    @Test
    void what_is_kept_of_one_customer_is_bounded_and_nearly_exact() {
        var shop = ProjectShop.of("""
                traits:
                  views: { count: View, over: 1d }
                  value: { sum: event.properties.price, of: View, over: 30d }
                  top: { most_frequent: event.properties.name, of: View }
                """, DRAFT_OF_NOTHING);
        for (int minute = 0; minute < 2 * 1_440; minute++) {
            shop.event(
                    "+%dd %02d:%02d".formatted(minute / 1_440, minute / 60 % 24, minute % 60),
                    "View",
                    Map.of("price", 1.5, "name", "product " + minute % 500));
        }

        assertThat(shop.bytes().length).isLessThan(3_000);
        assertThat((Long) shop.trait("+1d 23:59", "views")).isBetween(1_440L, 1_440L + 1_440 / 32);
        assertThat(shop.trait("+1d 23:59", "value")).isEqualTo(2 * 1_440 * 3L / 2);
    }

    @Test
    void what_is_kept_survives_a_restart() {
        var shop = ProjectShop.of("""
                traits:
                  views: { count: View, over: 1h }
                  value: { sum: event.properties.price, of: View }
                  last: { last: event.properties.price, of: View }
                """, DRAFT_OF_NOTHING);
        shop.event("10:00", "View", Map.of("price", 1.05)).event("10:30", "View", Map.of("price", 2.1));
        CustomerState before = shop.state();

        shop.saveAndRestore();

        assertThat(shop.state()).isEqualTo(before).isNotSameAs(before);
        assertThat(shop.trait("11:00", "views")).isEqualTo(1L);
        assertThat(shop.trait("11:00", "value")).isEqualTo(3.15);
        assertThat(shop.trait("11:00", "last")).isEqualTo(2.1);
    }

    @Test
    void nothing_is_kept_of_whom_no_window_has_anything() {
        var shop = shop("{ count: View, over: 1h }").event("10:00", "View");
        assertThat(shop.state().isEmpty()).isFalse();

        shop.until("11:00");

        assertThat(shop.state().isEmpty()).isTrue();
    }

    @Test
    void a_device_that_becomes_a_user_brings_what_it_did() {
        var shop = shop("{ count: View }").event("10:00", "View");

        shop.logsIn("11:00", Event.track(shop.nextId(), "View", Shop.ADA, Shop.time("10:30"), Map.of()));

        assertThat(shop.trait("11:00", "it")).isEqualTo(2L);
    }

    @Test
    void profile_and_traits_are_as_just_after_the_event_for_every_condition() {
        var shop = ProjectShop.of("""
                traits:
                  orders: { count: Buy }
                """, """
                journey: second
                state: live
                trigger: { event: Buy, where: profile.traits.orders == 2 }
                audience: profile.traits.orders == 2
                exit: [{ when: profile.traits.orders >= 3 }]
                steps:
                  - id: ask
                    branch:
                      - if: profile.traits.orders == 2
                        steps: [{ id: wait, wait_until: [{ event: Never, steps: [] }, { timeout: 9h, steps: [] }] }]
                      - otherwise: []
                """);

        shop.event("10:00", "Buy").event("11:00", "Buy").event("12:00", "Buy");

        assertThat(shop.log("entered", "exited", "completed"))
                .containsExactly("11:00 second entered", "12:00 second exited wait profile.traits.orders >= 3");
    }

    @Test
    void counts_and_sums_in_conditions_are_traits_without_a_name() {
        var shop = ProjectShop.of("", """
                journey: keen
                state: live
                trigger: { event: View, where: 'count("View", "1h") >= 3 && sum("Buy", "total") > 10' }
                reentry: never
                steps: []
                """);

        shop.event("10:00", "View")
                .event("10:10", "View")
                .event("10:20", "Buy", Map.of("total", 10.5))
                .event("11:00", "View")
                .saveAndRestore()
                .event("11:05", "View");

        assertThat(shop.log("entered")).containsExactly("11:05 keen entered");
    }

    @Test
    void a_rule_that_is_changed_begins_anew_and_one_that_only_gets_another_name_does_not() {
        String idle = DRAFT_OF_NOTHING;
        var shop = ProjectShop.of("traits: { a: { count: View }, b: { count: Buy } }", idle)
                .event("10:00", "View")
                .event("10:01", "Buy");

        shop.publish("11:00", "traits: { c: { count: View }, b: { count: Buy, over: 30d } }", idle);

        assertThat(shop.trait("11:00", "c")).isEqualTo(1L);
        assertThat(shop.trait("11:00", "b")).isEqualTo(0L);
        assertThat(shop.state().content().tallies()).hasSize(1);
    }
}
