package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.usage.Fields;
import dev.sendero.rules.usage.JourneyUsage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@code derive}: one event per element; ids parent#0, parent#1 …. */
class DerivedEventsTest {

    private static final CustomerId ADA = new CustomerId("ada");
    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");

    private static final Project PROJECT = ProjectReader.read(new ProjectFiles(new TreeMap<>(
            Map.of("sendero.yaml", "", "events.yaml", """
            derive:
              Product Ordered: { from: Order Completed, each: products }
              Label Given: { from: Order Completed, each: labels }
            """, "journeys/review.yaml", """
            journey: review
            state: live
            trigger:
              sequence:
                - event: Product Ordered
                  as: ordered
                  where: event.properties.price >= 10
                - none_of: [Product Refunded]
                  for: 1d
              per: sku
            steps:
              - id: ask
                slack: { channel: "#reviews", text: "{{ run.ordered.properties.sku }} of {{ run.ordered.properties.order_id }}" }
            """, "journeys/label.yaml", """
            journey: label
            state: live
            trigger: { event: Label Given, where: 'event.properties.value == "gift"' }
            steps:
              - id: note
                slack: { channel: "#gifts", text: "a gift" }
            """))));

    private final Decider decider = new Decider(
            JourneySet.of(
                    PROJECT.settings(),
                    PROJECT.journeys().values().stream()
                            .map(VersionInForce::always)
                            .toList()),
            Allocation.BY_HASH);
    private final CustomerState state = CustomerState.fresh(ADA);
    private final List<Effect> effects = new ArrayList<>();

    @Test
    void an_order_is_an_event_for_each_product_that_knows_its_own_properties_and_those_of_the_order() {
        order("o1", TEN, List.of(product("lamp", 35), product("pen", 2), product("chair", 80)));

        effects.addAll(decider.advance(state, TEN.plusSeconds(86_400)));

        assertThat(entered()).containsExactlyInAnyOrder("review lamp", "review chair");
        assertThat(texts()).containsExactlyInAnyOrder("lamp of o1", "chair of o1");
    }

    @Test
    void an_element_that_is_no_object_is_a_value() {
        effects.addAll(decider.apply(
                state,
                Event.track(new EventId("o1"), "Order Completed", ADA, TEN, Map.of("labels", List.of("big", "gift"))),
                Admission.ALL));

        assertThat(entered()).containsExactly("label ");
    }

    @Test
    void all_of_a_long_list_come_in_its_order_whatever_their_ids() {
        order(
                "o1",
                TEN,
                IntStream.range(0, 30).mapToObj(i -> product("p" + i, 20)).toList());

        effects.addAll(decider.advance(state, TEN.plusSeconds(86_400)));

        assertThat(entered()).hasSize(30);
    }

    @Test
    void a_repetition_of_the_event_makes_nothing_again() {
        Event order = order("o1", TEN, List.of(product("lamp", 35)));
        var after = state.copy();

        effects.addAll(decider.apply(state, order, Admission.ALL));

        assertThat(state).isEqualTo(after);
    }

    @Test
    void what_is_made_of_a_late_event_starts_nothing() {
        order("o2", TEN.plusSeconds(60), List.of(product("chair", 80)));
        order("o1", TEN, List.of(product("lamp", 35)));

        effects.addAll(decider.advance(state, TEN.plusSeconds(90_000)));

        assertThat(entered()).containsExactly("review chair");
    }

    @Test
    void what_was_ordered_before_a_login_is_the_users() {
        Event order = Event.track(
                new EventId("o1"),
                "Order Completed",
                ADA,
                TEN,
                Map.of("order_id", "o1", "products", List.of(product("lamp", 35))));

        effects.addAll(
                decider.link(state, new Linked(TEN.plusSeconds(60), List.of(new Linked.Past(order, Admission.ALL)))));
        effects.addAll(decider.advance(state, TEN.plusSeconds(86_400)));

        assertThat(entered()).containsExactly("review lamp");
    }

    @Test
    void of_an_event_is_needed_what_is_looked_at_in_what_is_made_of_it() {
        EventFields fields = EventFields.of(
                PROJECT.journeys().values().stream().map(JourneyUsage::of).toList(),
                Map.of(),
                PROJECT.settings().made());

        assertThat(fields.of("Order Completed"))
                .isEqualTo(Fields.of("products", "labels", "sku", "price", "order_id", "value"));
        assertThat(fields.concern("Order Completed")).isTrue();
    }

    private static Map<String, Object> product(String sku, long price) {
        return Map.of("sku", sku, "price", price);
    }

    private Event order(String id, Instant at, List<Map<String, Object>> products) {
        Event order =
                Event.track(new EventId(id), "Order Completed", ADA, at, Map.of("order_id", id, "products", products));
        effects.addAll(decider.apply(state, order, Admission.ALL));
        return order;
    }

    /** Each as journey and key. */
    private List<String> entered() {
        return effects.stream()
                .filter(Effect.Record.class::isInstance)
                .map(effect -> ((Effect.Record) effect).fact())
                .filter(fact -> fact.type() == FactType.ENTERED)
                .map(DerivedEventsTest::words)
                .toList();
    }

    private static String words(Fact fact) {
        return fact.journey() + " " + fact.key();
    }

    private List<String> texts() {
        return effects.stream()
                .filter(Effect.Send.class::isInstance)
                .map(effect -> ((Effect.Send) effect).message().variables())
                .map(DerivedEventsTest::text)
                .toList();
    }

    private static String text(Map<String, Object> variables) {
        Map<?, ?> run = (Map<?, ?>) variables.get("run");
        Map<?, ?> ordered = (Map<?, ?>) run.get("ordered");
        Map<?, ?> properties = (Map<?, ?>) ordered.get("properties");
        return properties.get("sku") + " of " + properties.get("order_id");
    }
}
