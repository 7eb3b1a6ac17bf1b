package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.as;
import static dev.sendero.core.Words.atLeast;
import static dev.sendero.core.Words.branch;
import static dev.sendero.core.Words.constant;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.emailExpiring;
import static dev.sendero.core.Words.equal;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.exit;
import static dev.sendero.core.Words.noneOf;
import static dev.sendero.core.Words.randomSplit;
import static dev.sendero.core.Words.set;
import static dev.sendero.core.Words.share;
import static dev.sendero.core.Words.slack;
import static dev.sendero.core.Words.sms;
import static dev.sendero.core.Words.value;
import static dev.sendero.core.Words.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Message;
import dev.sendero.rules.journey.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StepsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private static JourneyBuilder onAdd(Step... steps) {
        return journey("j").triggeredBy(as("added", event("Add"))).steps(steps);
    }

    private static Shop shopWith(Step... steps) {
        return Shop.with(onAdd(steps));
    }

    @Test
    void a_message_carries_all_that_is_needed_to_render_it() {
        var shop = shopWith(emailExpiring("mail", HOUR)).event("10:00", "Add", Map.of("price", 35L));

        Message message = shop.messages().get(0);

        assertThat(message.to()).isEqualTo("ada@example.com");
        assertThat(message.group()).isEqualTo("offers");
        assertThat(message.expires()).isEqualTo(Shop.time("11:00"));
        assertThat(message.variables().keySet()).containsExactlyInAnyOrder("profile", "run", "now");
        assertThat(message.variables().get("now")).isEqualTo("2026-03-01T10:00:00Z");
        assertThat(message.variables().get("profile"))
                .isEqualTo(Map.of(
                        "id", "ada",
                        "traits", Map.of("email", "ada@example.com", "phone", "+4912345"),
                        "segments", List.of()));
        Map<?, ?> run = (Map<?, ?>) message.variables().get("run");
        assertThat(run.get("id")).isEqualTo(message.run().value());
        assertThat(run.get("key")).isEqualTo("");
        assertThat(run.get("added")).isEqualTo(run.get("trigger"));
        assertThat(run.get("added"))
                .isEqualTo(
                        Map.of("name", "Add", "timestamp", "2026-03-01T10:00:00Z", "properties", Map.of("price", 35L)));
    }

    @Test
    void a_message_without_a_bound_never_expires() {
        var shop = shopWith(email("mail")).event("10:00", "Add");

        assertThat(shop.messages().get(0).expires()).isEqualTo(Instant.MAX);
    }

    @Test
    void a_delay_lets_time_pass() {
        var shop = shopWith(email("first"), delay("d", HOUR), email("second"), delay("e", HOUR), email("third"))
                .event("10:00", "Add");

        assertThat(shop.decider().nextDeadline(shop.state())).isEqualTo(Shop.time("11:00"));
        assertThat(shop.aYearLater().sent()).containsExactly("10:00 first", "11:00 second", "12:00 third");
        assertThat(shop.log(FactType.COMPLETED)).containsExactly("12:00 completed");
    }

    @Test
    void a_branch_goes_the_way_of_the_first_condition_that_is_true() {
        var shop = shopWith(
                branch(
                        "b",
                        List.of(email("cheap")),
                        when(atLeast("run.added.properties.price", 100), email("dear")),
                        when(atLeast("run.added.properties.price", 10), email("fair"))),
                email("after"));

        shop.event("10:00", "Add", Map.of("price", 150L));
        shop.event("11:00", "Add", Map.of("price", 50L));
        shop.event("12:00", "Add", Map.of("price", 5L));
        shop.event("13:00", "Add");

        assertThat(shop.sent())
                .containsExactly(
                        "10:00 dear",
                        "10:00 after",
                        "11:00 fair",
                        "11:00 after",
                        "12:00 cheap",
                        "12:00 after",
                        "13:00 cheap",
                        "13:00 after");
    }

    @Test
    void a_branch_without_a_way_goes_on_after_it() {
        var shop = shopWith(
                branch("b", List.of(), when(atLeast("run.added.properties.price", 100), email("dear"))),
                email("after"));

        shop.event("10:00", "Add", Map.of("price", 5L));

        assertThat(shop.log(FactType.STEP)).containsExactly("10:00 step b otherwise", "10:00 step after");
    }

    @Test
    void steps_inside_arms_inside_arms_go_on_after_the_outermost() {
        var inner = branch("inner", List.of(), when(atLeast("run.added.properties.price", 1), email("deep")));
        var shop = shopWith(
                branch("outer", List.of(), when(atLeast("run.added.properties.price", 1), inner)),
                delay("d", HOUR),
                email("after"));

        shop.event("10:00", "Add", Map.of("price", 5L));

        assertThat(shop.aYearLater().sent()).containsExactly("10:00 deep", "11:00 after");
    }

    @Test
    void a_split_goes_by_cumulative_shares() {
        var journey = onAdd(
                randomSplit("s", share("a", 20, email("a")), share("b", 30, email("b")), share("c", 50, email("c"))));

        assertThat(List.of(0, 1_999, 2_000, 4_999, 5_000, 9_999))
                .map(bucket -> Shop.with(journey)
                        .everybodyIn(bucket, journey)
                        .event("10:00", "Add")
                        .log(FactType.STEP)
                        .get(0))
                .containsExactly(
                        "10:00 step s a",
                        "10:00 step s a",
                        "10:00 step s b",
                        "10:00 step s b",
                        "10:00 step s c",
                        "10:00 step s c");
    }

    @Test
    void a_set_takes_effect_from_the_next_event() {
        var shop = Shop.with(
                onAdd(
                        set("s", "price", value("run.added.properties.price")),
                        branch("b", List.of(), when(atLeast("profile.traits.price", 0), email("seen at once")))),
                journey("next")
                        .triggeredBy(event("View"))
                        .audience(equal("profile.traits.price", 35L))
                        .steps(email("seen later")));

        shop.event("10:00", "Add", Map.of("price", 35L)).event("10:01", "View");

        assertThat(shop.sent()).containsExactly("10:01 seen later");
    }

    @Test
    void a_set_without_a_value_changes_nothing() {
        var shop =
                shopWith(set("s", "email", value("run.added.properties.email"))).event("10:00", "Add");

        assertThat(shop.state().content().profile().traits()).containsEntry("email", "ada@example.com");
    }

    @Test
    void a_step_can_leave_the_journey_and_what_was_asked_for_still_goes_out() {
        var shop = shopWith(email("mail"), exit("x", "enough"), email("never")).event("10:00", "Add");

        assertThat(shop.log(FactType.EXITED)).containsExactly("10:00 exited enough");
        assertThat(shop.sent()).containsExactly("10:00 mail");
        assertThat(shop.cancellations()).isEmpty();
        assertThat(shop.state().content().runs()).isEmpty();
    }

    @Test
    void actions_ask_for_no_consent_and_no_address() {
        var shop = shopWith(slack("note"));
        shop.identify("09:00", Map.of("email", "", "consent", Map.of("offers", List.of())));

        shop.event("10:00", "Add");

        assertThat(shop.messages().get(0).to()).isEmpty();
        assertThat(shop.log(FactType.MESSAGE_REQUESTED)).containsExactly("10:00 message_requested note slack");
    }

    @Test
    void a_text_message_goes_to_the_phone() {
        var shop = shopWith(sms("text")).event("10:00", "Add");

        assertThat(shop.messages().get(0).to()).isEqualTo("+4912345");
    }

    @Test
    void all_runs_of_one_event_go_by_priority_and_then_by_id() {
        var shop = Shop.with(
                journey("b").triggeredBy(event("Add")).steps(email("b")),
                journey("a").triggeredBy(event("Add")).steps(email("a")),
                journey("z").priority(90).triggeredBy(event("Add")).steps(email("z")));

        shop.event("10:00", "Add");

        assertThat(shop.sent()).containsExactly("10:00 z", "10:00 a", "10:00 b");
    }

    @Test
    void all_deadlines_of_one_instant_go_by_priority_and_then_by_id() {
        var shop = Shop.with(
                journey("b").triggeredBy(event("Add")).steps(delay("d", HOUR), email("b")),
                journey("a").triggeredBy(event("Add")).steps(delay("d", HOUR), email("a")),
                journey("z").priority(90).triggeredBy(event("Add")).steps(delay("d", HOUR), email("z")));

        shop.event("10:00", "Add").until("11:00");

        assertThat(shop.sent()).containsExactly("11:00 z", "11:00 a", "11:00 b");
    }

    @Test
    void all_triggers_of_one_event_come_before_the_first_step() {
        var shop = Shop.with(
                journey("a").triggeredBy(event("Add")).steps(email("a")),
                journey("b").triggeredBy(event("Add")).steps(email("b")));

        shop.event("10:00", "Add");

        assertThat(shop.log().subList(0, 2)).containsExactly("10:00 entered", "10:00 entered");
    }

    @Test
    void a_constant_can_be_set() {
        var shop = shopWith(set("s", "vip", constant(true))).event("10:00", "Add");

        assertThat(shop.state().content().profile().traits()).containsEntry("vip", true);
    }

    @Test
    void at_one_instant_a_situation_of_a_journey_comes_before_its_runs() {
        var shop = Shop.with(
                journey("j").triggeredBy(event("Add"), noneOf(HOUR, "Order")).steps(delay("d", HOUR), email("mail")));

        shop.event("10:00", "Add").event("11:00", "Add").until("12:00");

        assertThat(shop.log())
                .containsExactly(
                        "11:00 entered",
                        "11:00 step d",
                        "12:00 not_entered run_active",
                        "12:00 step mail",
                        "12:00 message_requested mail email",
                        "12:00 completed");
    }

    @Test
    void time_may_run_to_its_end() {
        var shop = shopWith(delay("d", HOUR), email("mail")).event("10:00", "Add");

        shop.decider().advance(shop.state(), Instant.MAX);

        assertThat(shop.state().content().runs()).isEmpty();
        assertThat(shop.decider().nextDeadline(shop.state())).isEqualTo(Instant.MAX);
    }
}
