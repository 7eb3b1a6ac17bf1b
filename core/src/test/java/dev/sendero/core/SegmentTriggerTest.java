package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentTriggerTest {

    private static final String TRAITS = """
            traits:
              value: { sum: event.properties.total, of: Buy }
              views: { count: View, over: 1h }
            segments:
              vip: profile.traits.value >= 500
              keen: profile.traits.views >= 2
            """;

    private static String journey(String id, String trigger) {
        return """
                journey: %s
                state: live
                trigger: { segment: { %s } }
                steps: []
                """.formatted(id, trigger);
    }

    private static Map<String, Object> total(long total) {
        return Map.of("total", total);
    }

    @Test
    void a_customer_enters_at_the_moment_the_segment_changes_and_not_again() {
        var shop = ProjectShop.of(TRAITS, journey("welcome", "entered: vip"));

        shop.event("10:00", "Buy", total(499)).event("11:00", "Buy", total(1)).event("12:00", "Buy", total(1));

        assertThat(shop.log("entered")).containsExactly("11:00 welcome entered");
    }

    @Test
    void the_first_event_of_a_customer_may_bring_her_into_a_segment() {
        var shop = ProjectShop.of(TRAITS, journey("welcome", "entered: vip")).event("10:00", "Buy", total(500));

        assertThat(shop.log("entered")).containsExactly("10:00 welcome entered");
    }

    @Test
    void a_segment_is_left_when_its_window_has_passed_by_without_an_event() {
        var shop = ProjectShop.of(TRAITS, journey("hello", "entered: keen"), journey("bye", "left: keen"));

        shop.event("10:00", "View").event("10:30", "View").saveAndRestore().until("+1d 00:00");

        assertThat(shop.log("entered")).containsExactly("10:30 hello entered", "11:00 bye entered");
        assertThat(shop.state().isEmpty()).isTrue();
    }

    @Test
    void what_a_step_says_of_the_customer_is_seen_with_the_next_event_whatever_it_is() {
        var shop = ProjectShop.of(
                "segments: { pro: profile.traits.plan == \"pro\" }", journey("welcome", "entered: pro"), """
                journey: upgrade
                state: live
                trigger: { event: Buy }
                steps:
                  - set: { plan: '"pro"' }
                """);

        shop.event("10:00", "Buy").event("11:00", "Other").event("12:00", "Other");

        assertThat(shop.log("entered")).containsExactly("10:00 upgrade entered", "11:00 welcome entered");
        assertThat(shop.looksAt("Other")).isTrue();
    }

    @Test
    void an_event_that_nobody_knows_brings_nobody_into_a_segment() {
        var shop = ProjectShop.of(
                TRAITS.replace("vip:", "new: profile.traits.value == 0\n  vip:"), journey("welcome", "entered: new"));

        shop.event("10:00", "Other").event("11:00", "View");

        assertThat(shop.log("entered")).containsExactly("11:00 welcome entered");
        assertThat(shop.looksAt("Other")).isFalse();
    }

    @Test
    void what_is_known_of_the_time_before_a_trait_can_be_added_in_the_condition() {
        var shop = ProjectShop.of("""
                traits:
                  value: { sum: event.properties.total, of: Buy }
                segments:
                  vip: "profile.traits.value + (has(profile.traits.before) ? profile.traits.before : 0) >= 500"
                """, journey("welcome", "entered: vip"));

        shop.event("10:00", "Buy", total(100)).identify("11:00", Map.of("before", 399.5));
        shop.event("12:00", "Buy", Map.of("total", 0.5));

        assertThat(shop.log("entered")).containsExactly("12:00 welcome entered");
    }

    @Test
    void present_members_are_not_entered() {
        var shop = ProjectShop.of(TRAITS, journey("other", "left: vip")).event("10:00", "Buy", total(500));

        shop.publish("11:00", TRAITS, journey("welcome", "entered: vip")).event("12:00", "Buy", total(1));

        assertThat(shop.log("entered")).isEmpty();
    }

    @Test
    void present_members_are_entered_where_the_file_says_so_once_and_not_by_a_new_version() {
        var shop = ProjectShop.of(TRAITS, journey("other", "left: vip")).event("10:00", "Buy", total(500));

        shop.publish("11:00", TRAITS, journey("welcome", "entered: vip, existing: enter"))
                .event("12:00", "Buy", total(1));

        assertThat(shop.log("entered")).containsExactly("11:00 welcome entered");
    }

    @Test
    void who_is_in_a_segment_whose_condition_is_changed_does_not_come_to_be_in_it() {
        var shop = ProjectShop.of(TRAITS, journey("welcome", "entered: vip")).event("10:00", "Buy", total(450));

        shop.publish("11:00", TRAITS.replace("500", "400"), journey("welcome", "entered: vip"))
                .event("12:00", "Buy", total(1));

        assertThat(shop.log("entered")).isEmpty();
    }

    @Test
    void segments_are_told_before_exits_so_that_one_event_ends_old_runs_and_starts_a_new_one() {
        var shop = ProjectShop.of(TRAITS, journey("welcome", "entered: vip"), """
                journey: nurture
                state: live
                trigger: { event: View }
                exit: [{ when: '"vip" in profile.segments' }]
                steps:
                  - delay: 30d
                """);

        shop.event("10:00", "View").event("11:00", "Buy", total(600));

        assertThat(shop.log("entered", "exited"))
                .containsExactly(
                        "10:00 nurture entered",
                        "11:00 nurture exited 1 \"vip\" in profile.segments",
                        "11:00 welcome entered");
    }

    @Test
    void an_event_that_others_have_overtaken_changes_a_segment_and_starts_nothing() {
        var shop = ProjectShop.of(TRAITS, journey("welcome", "entered: vip"));
        shop.event("12:00", "Buy", total(1));

        shop.event("11:00", "Buy", total(600)).event("13:00", "Buy", total(1));

        assertThat(shop.log("entered")).isEmpty();
        assertThat(shop.state().content().memberships()).singleElement().satisfies(vip -> assertThat(vip.member())
                .isTrue());
    }

    @Test
    void what_a_device_did_before_the_login_brings_nobody_into_a_journey() {
        var shop = ProjectShop.of(TRAITS, journey("welcome", "entered: vip"));
        shop.event("09:00", "View");

        shop.logsIn("11:00", Event.track(shop.nextId(), "Buy", Shop.ADA, Shop.time("10:30"), total(700)));

        assertThat(shop.log("entered", "not_entered")).containsExactly("11:00 welcome not_entered before link");
    }

    @Test
    void a_segment_over_what_is_not_known_has_nobody() {
        var shop = ProjectShop.of("segments: { pro: profile.traits.plan == \"pro\" }", """
                journey: welcome
                state: live
                trigger: { segment: { entered: pro } }
                steps: []
                """);

        shop.identify("10:00", Map.of("city", "Bonn")).identify("11:00", Map.of("plan", "pro"));

        assertThat(shop.log("entered")).containsExactly("11:00 welcome entered");
    }

    @Test
    void conditions_see_segments_whether_anybody_waits_for_them_or_not() {
        var shop = ProjectShop.of(TRAITS, """
                journey: thanks
                state: live
                trigger: { event: Buy }
                audience: '"vip" in profile.segments'
                steps: []
                """);

        shop.event("10:00", "Buy", total(400)).event("11:00", "Buy", total(100));

        assertThat(shop.log("entered", "not_entered"))
                .containsExactly("10:00 thanks not_entered audience", "11:00 thanks entered");
        assertThat(shop.state().content().memberships()).isEqualTo(List.of());
    }
}
