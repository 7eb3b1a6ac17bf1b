package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.constant;
import static dev.sendero.core.Words.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.core.policy.EntryPolicy;
import dev.sendero.core.state.Entry;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.project.Bounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Nobody's state grows without end, and where something gives way for it, that is said. */
final class BoundsTest {

    private static final Bounds TWO_OF_EACH = new Bounds(2, 2, 2, 2, 2, 2);

    private final CustomerState state = CustomerState.fresh(Shop.ADA);
    private final List<Effect> effects = new ArrayList<>();

    @Test
    void a_partial_situation_that_gives_way_is_reported_for_each_journey_that_waited_for_it() {
        Decider decider = boundedToTwo(
                journey("one").triggeredBy(event("View"), event("Add")),
                journey("two").triggeredBy(event("View"), event("Add")));

        viewAt(decider, "10:00", "10:01", "10:02");

        assertThat(facts()).extracting(Fact::type).containsOnly(FactType.BOUND_REACHED);
        assertThat(facts()).extracting(Fact::reason).containsOnly(Bounds.PARTIALS);
        assertThat(facts()).extracting(fact -> fact.journey().value()).containsExactly("one", "two");
        assertThat(state.content().partials()).as("shared by both journeys").hasSize(2);
    }

    @Test
    void an_ended_run_that_can_no_longer_convert_is_reported() {
        Decider decider = boundedToTwo(
                journey("one").triggeredBy(event("View")).convertsOn("Order", Duration.ofDays(1), constant(1L)));

        viewAt(decider, "10:00", "10:01", "10:02");
        decider.apply(
                state, Event.track(new EventId("o"), "Order", Shop.ADA, Shop.time("10:03"), Map.of()), Admission.ALL);

        assertThat(of(FactType.BOUND_REACHED)).extracting(Fact::reason).containsExactly(Bounds.FINISHED_RUNS);
        assertThat(of(FactType.BOUND_REACHED)).extracting(Fact::at).containsExactly(Shop.time("10:02"));
        assertThat(state.content().runs())
                .as("the two newest, which the order converts")
                .isEmpty();
    }

    @Test
    void an_entry_that_is_forgotten_is_reported_and_no_longer_keeps_anybody_out() {
        Decider decider = boundedToTwo(
                journey("one").triggeredBy(event("View")).per("product").reentry(new Reentry.Never()));

        List<String> products = List.of("a", "a", "b", "c", "a");
        for (int minute = 0; minute < products.size(); minute++) {
            view(decider, "10:0" + minute, Map.of("product", products.get(minute)));
        }

        assertThat(of(FactType.NOT_ENTERED)).extracting(Fact::reason).containsExactly(EntryPolicy.REENTRY);
        assertThat(of(FactType.BOUND_REACHED)).extracting(Fact::reason).containsOnly(Bounds.ENTRIES);
        assertThat(of(FactType.BOUND_REACHED)).extracting(Fact::key).containsExactly("a", "b");
        assertThat(state.content().entries()).extracting(Entry::key).containsExactly("c", "a");
    }

    @Test
    void nobody_is_in_more_runs_than_the_bound() {
        Decider decider = boundedToTwo(runWithoutEnd("one"), runWithoutEnd("two"), runWithoutEnd("three"));

        viewAt(decider, "10:00");

        assertThat(of(FactType.NOT_ENTERED)).extracting(Fact::reason).containsExactly(EntryPolicy.TOO_MANY_RUNS);
        assertThat(state.content().runs()).hasSize(2);
    }

    @Test
    void traits_that_are_not_taken_up_are_reported_once_an_input_and_known_ones_still_change() {
        Decider decider = boundedToTwo();

        identify(decider, "10:00", Map.of("a", 1L, "b", 1L));
        assertThat(effects).isEmpty();
        identify(decider, "10:01", Map.of("a", 2L, "c", 2L, "d", 2L));

        assertThat(effects).containsExactly(new Effect.NotTakenUp(Bounds.TRAITS));
        assertThat(state.content().profile().traits()).containsOnly(Map.entry("a", 2L), Map.entry("b", 1L));
    }

    @Test
    void groups_that_are_not_taken_up_are_reported_and_those_of_the_project_always_are_taken_up() {
        Decider decider = boundedToTwo();

        identify(decider, "10:00", consent("x", "y", "offers"));
        assertThat(effects).isEmpty();
        identify(decider, "10:01", consent("z", "news"));

        assertThat(effects).containsExactly(new Effect.NotTakenUp(Bounds.GROUPS));
        assertThat(state.content().profile().consent()).containsOnlyKeys("x", "y", "offers", "news");
    }

    private static Map<String, Object> consent(String... groups) {
        Map<String, Object> stated = new LinkedHashMap<>();
        Arrays.stream(groups).forEach(group -> stated.put(group, List.of("email")));
        return Map.of("consent", stated);
    }

    private static JourneyBuilder runWithoutEnd(String id) {
        return journey(id).triggeredBy(event("View")).steps(Words.delay("wait", Duration.ofDays(1)));
    }

    private static Decider boundedToTwo(JourneyBuilder... journeys) {
        List<VersionInForce> versions = Arrays.stream(journeys)
                .map(each -> VersionInForce.always(each.build()))
                .toList();
        return new Decider(JourneySet.of(Shop.SETTINGS.with(TWO_OF_EACH), versions), Allocation.BY_HASH);
    }

    private void viewAt(Decider decider, String... times) {
        Arrays.stream(times).forEach(time -> view(decider, time, Map.of()));
    }

    private void view(Decider decider, String at, Map<String, Object> properties) {
        apply(decider, Event.track(new EventId(at), "View", Shop.ADA, Shop.time(at), properties));
    }

    private void identify(Decider decider, String at, Map<String, Object> traits) {
        apply(decider, Event.identify(new EventId(at), Shop.ADA, Shop.time(at), traits));
    }

    private void apply(Decider decider, Event event) {
        effects.addAll(decider.apply(state, event, Admission.ALL));
    }

    private List<Fact> of(FactType type) {
        return facts().stream().filter(fact -> fact.type() == type).toList();
    }

    private List<Fact> facts() {
        return effects.stream()
                .filter(Effect.Record.class::isInstance)
                .map(effect -> ((Effect.Record) effect).fact())
                .toList();
    }
}
