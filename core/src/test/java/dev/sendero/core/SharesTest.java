package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.randomSplit;
import static dev.sendero.core.Words.share;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.project.Settings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Holdouts and random splits by the hash that every run of Sendero uses. */
final class SharesTest {

    private static final int CUSTOMERS = 100_000;

    /** One percent of all customers. */
    private static final long ONE_PERCENT = CUSTOMERS / 100;

    private static final Duration HOUR = Duration.ofHours(1);

    private static Settings settings(int holdoutPercent) {
        return Shop.SETTINGS.withHoldout(Share.ofPercent(holdoutPercent));
    }

    private static Decider decider(Settings settings, JourneyBuilder... journeys) {
        List<VersionInForce> versions = Arrays.stream(journeys)
                .map(each -> VersionInForce.always(each.build()))
                .toList();
        return new Decider(JourneySet.of(settings, versions), Allocation.BY_HASH);
    }

    private static JourneyBuilder split(String version) {
        return journey("j")
                .version(version)
                .triggeredBy(event("Add"))
                .steps(delay("d", HOUR), randomSplit("s", share("a", 50), share("b", 30), share("c", 20)));
    }

    private static CustomerState customer(int number) {
        return CustomerState.fresh(new CustomerId("customer-" + number));
    }

    private static List<Fact> enter(Decider decider, CustomerState state) {
        var event = Event.track(new EventId("e1"), "Add", state.customer(), Shop.time("10:00"), Map.of());
        return facts(decider.apply(state, event, Admission.ALL));
    }

    private static List<Fact> facts(List<Effect> effects) {
        return effects.stream()
                .filter(Effect.Record.class::isInstance)
                .map(effect -> ((Effect.Record) effect).fact())
                .toList();
    }

    private static String armAt(Decider decider, CustomerState state) {
        return facts(decider.advance(state, Shop.time("11:00"))).stream()
                .filter(fact -> fact.step().equals("s"))
                .map(Fact::arm)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void arms_of_100_000_customers_are_within_one_percent_of_their_shares() {
        var decider = decider(settings(0), split("v1"));
        var arms = new TreeMap<String, Long>();
        for (int number = 0; number < CUSTOMERS; number++) {
            CustomerState state = customer(number);
            enter(decider, state);
            arms.merge(armAt(decider, state), 1L, Long::sum);
        }

        assertThat(arms.get("a")).isCloseTo(CUSTOMERS * 50 / 100, within(ONE_PERCENT));
        assertThat(arms.get("b")).isCloseTo(CUSTOMERS * 30 / 100, within(ONE_PERCENT));
        assertThat(arms.get("c")).isCloseTo(CUSTOMERS * 20 / 100, within(ONE_PERCENT));
    }

    @Test
    void holdouts_of_100_000_customers_are_within_one_percent_of_their_shares_and_independent() {
        var decider = decider(
                settings(20), journey("j").triggeredBy(event("Add")).holdout(50).steps(email("mail")));
        var heldOut = new TreeMap<String, Long>();
        for (int number = 0; number < CUSTOMERS; number++) {
            for (Fact fact : enter(decider, customer(number))) {
                heldOut.merge(fact.type() + fact.reason(), 1L, Long::sum);
            }
        }

        assertThat(heldOut.get("HELD_OUTglobal")).isCloseTo(CUSTOMERS * 20 / 100, within(ONE_PERCENT));
        assertThat(heldOut.get("HELD_OUT")).isCloseTo(CUSTOMERS * 40 / 100, within(ONE_PERCENT));
        assertThat(heldOut.get("ENTERED")).isCloseTo(CUSTOMERS * 40 / 100, within(ONE_PERCENT));
    }

    @Test
    void the_arm_is_the_same_after_a_restart_and_in_a_new_version() throws IOException {
        for (int number = 0; number < 1_000; number++) {
            var before = decider(settings(0), split("v1"));
            CustomerState state = customer(number);
            enter(before, state);
            CustomerState restored = restarted(state);
            CustomerState newcomer = customer(number);
            var newVersion = decider(settings(0), split("v2"));
            enter(newVersion, newcomer);

            String arm = armAt(before, state);

            assertThat(armAt(decider(settings(0), split("v1")), restored)).isEqualTo(arm);
            assertThat(armAt(newVersion, newcomer)).isEqualTo(arm);
        }
    }

    private static CustomerState restarted(CustomerState state) throws IOException {
        var bytes = new ByteArrayOutputStream();
        state.writeTo(new DataOutputStream(bytes));
        return CustomerState.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())))
                .belongsTo(state.customer());
    }

    @Test
    void whoever_is_held_out_of_all_journeys_is_held_out_of_each() {
        var decider = decider(
                settings(30),
                journey("a").triggeredBy(event("Add")).steps(email("one")),
                journey("b").triggeredBy(event("Add")).steps(email("two")));

        for (int number = 0; number < 1_000; number++) {
            assertThat(enter(decider, customer(number)).stream()
                            .filter(fact -> fact.type() == FactType.HELD_OUT)
                            .map(Fact::reason)
                            .toList())
                    .isIn(List.of(), List.of("global", "global"));
        }
    }

    @Test
    void what_customers_must_get_is_held_out_of_nobody() {
        var decider = decider(
                settings(100),
                journey("receipts").triggeredBy(event("Add")).steps(email("receipt", Step.TRANSACTIONAL)),
                journey("offers")
                        .triggeredBy(event("Add"))
                        .steps(email("receipt", Step.TRANSACTIONAL), email("offer")));
        var types = new ArrayList<String>();

        enter(decider, customer(1)).forEach(fact -> types.add(fact.journey() + " " + fact.type()));

        assertThat(types).contains("receipts ENTERED", "offers HELD_OUT").doesNotContain("offers ENTERED");
    }
}
