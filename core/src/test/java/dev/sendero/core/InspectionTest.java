package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.atLeast;
import static dev.sendero.core.Words.delay;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.event;
import static dev.sendero.core.Words.noneOf;
import static dev.sendero.core.Words.times;
import static dev.sendero.core.Words.within;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.detect.Begun;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is told of a customer's state to those who explain decisions. */
final class InspectionTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final CustomerState ada = CustomerState.fresh(Shop.ADA);
    private int events;

    private JourneySet journeys(JourneyBuilder... builders) {
        return JourneySet.of(
                Shop.SETTINGS,
                Arrays.stream(builders)
                        .map(JourneyBuilder::build)
                        .map(VersionInForce::always)
                        .toList());
    }

    private void apply(JourneySet journeys, String at, String name, Map<String, Object> properties) {
        var id = new EventId("e" + events++);
        new Decider(journeys, Allocation.BY_HASH)
                .apply(ada, Event.track(id, name, Shop.ADA, Shop.time(at), properties), Admission.ALL);
    }

    private List<String> begun(JourneySet journeys) {
        return new Inspection(journeys)
                .begun(ada).stream().map(InspectionTest::inWords).toList();
    }

    private static String inWords(Begun begun) {
        return begun.journey().journey() + " item " + begun.item() + " count " + begun.count() + " due "
                + Shop.clock(Instant.ofEpochMilli(begun.due()));
    }

    @Test
    void journeys_that_share_a_situation_have_each_their_own_deadline() {
        var set = journeys(
                journey("short").triggeredBy(event("Add"), noneOf(HOUR, "Order")),
                journey("long").triggeredBy(event("Add"), noneOf(HOUR.multipliedBy(2), "Order")));

        apply(set, "10:00", "Add", Map.of());

        assertThat(begun(set))
                .containsExactlyInAnyOrder("short item 1 count 0 due 11:00", "long item 1 count 0 due 12:00");
    }

    @Test
    void a_journey_whose_threshold_is_not_met_has_not_begun() {
        var set = journeys(
                journey("cheap")
                        .triggeredBy(event("Add", atLeast("event.properties.price", 10)), noneOf(HOUR, "Order")),
                journey("dear")
                        .triggeredBy(event("Add", atLeast("event.properties.price", 100)), noneOf(HOUR, "Order")));

        apply(set, "10:00", "Add", Map.of("price", 20L));

        assertThat(begun(set)).containsExactly("cheap item 1 count 0 due 11:00");
    }

    @Test
    void what_is_out_of_time_for_one_journey_is_not_told_of_it_though_others_give_it_more() {
        var set = journeys(
                journey("short").triggeredBy(event("View"), within(HOUR, event("Add"))),
                journey("long").triggeredBy(event("View"), within(HOUR.multipliedBy(3), event("Add"))));

        apply(set, "10:00", "View", Map.of());
        apply(set, "12:00", "View", Map.of());

        assertThat(begun(set))
                .containsExactlyInAnyOrder(
                        "long item 1 count 0 due 13:00",
                        "short item 1 count 0 due 13:00",
                        "long item 1 count 0 due 15:00");
    }

    @Test
    void how_often_an_item_has_been_seen_is_told() {
        var set = journeys(journey("j").triggeredBy(times(3, within(HOUR, event("View")))));

        apply(set, "10:00", "View", Map.of());
        apply(set, "10:10", "View", Map.of());

        assertThat(begun(set)).element(0).asString().startsWith("j item 0 count 2");
    }

    @Test
    void a_run_is_told_with_the_step_where_it_rests() {
        var set = journeys(journey("j").triggeredBy(event("Add")).steps(delay("pause", HOUR), email("mail")));

        apply(set, "10:00", "Add", Map.of());

        assertThat(new Inspection(set).resting(ada)).singleElement().satisfies(resting -> {
            assertThat(resting.step()).isEqualTo("pause");
            assertThat(resting.run().deadline()).isEqualTo(Shop.time("11:00").toEpochMilli());
        });
    }
}
