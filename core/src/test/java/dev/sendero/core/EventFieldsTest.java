package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.message.Message;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFolder;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.usage.Fields;
import dev.sendero.rules.usage.JourneyUsage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventFieldsTest {

    private static final List<String> NAMES = List.of(
            "Product Viewed",
            "Product Added",
            "Product Removed",
            "Cart Viewed",
            "Order Completed",
            "Signed Up",
            "Email Opened",
            "Email Clicked",
            "Subscribed",
            "Unsubscribed",
            "Page Viewed",
            "Never Heard Of");

    private final Project shop;
    private final EventFields fields;

    EventFieldsTest() throws IOException {
        shop = ProjectReader.read(ProjectFolder.load(Path.of("..", "examples", "shop")));
        fields = EventFields.of(
                shop.journeys().values().stream().map(JourneyUsage::of).toList(), Map.of(), MadeEvents.NONE);
    }

    @Test
    void an_event_that_nobody_knows_needs_no_properties() {
        assertThat(fields.of("Never Heard Of")).isEqualTo(Fields.NONE);
        assertThat(fields.of("Unsubscribed")).isEqualTo(Fields.of("group", "channel"));
        assertThat(fields.of("Product Added").isNone()).isFalse();
    }

    @Test
    void what_is_left_out_of_events_changes_neither_decisions_nor_what_messages_say() {
        long seed = Long.getLong("sendero.seed", System.nanoTime());
        var decider = new Decider(
                JourneySet.of(
                        shop.settings(),
                        shop.journeys().values().stream()
                                .map(VersionInForce::always)
                                .toList()),
                Allocation.BY_HASH);
        var random = new Random(seed);
        int messages = 0;
        for (int customer = 0; customer < 40; customer++) {
            var whole = CustomerState.fresh(new CustomerId("c" + customer));
            var trimmed = CustomerState.fresh(new CustomerId("c" + customer));
            Instant time = Instant.parse("2026-03-02T09:00:00Z");
            List<String> expected = new ArrayList<>();
            List<String> found = new ArrayList<>();
            for (int count = 0; count < 60; count++) {
                time = time.plusSeconds(random.nextInt(20) == 0 ? 90_000 : random.nextInt(4_000));
                Event event = event(random, "c" + customer, count, time);
                expected.addAll(told(decider.apply(whole, event, Admission.ALL)));
                found.addAll(told(decider.apply(trimmed, trimmed(event), Admission.ALL)));
            }
            expected.addAll(told(decider.advance(whole, time.plusSeconds(10_000_000))));
            found.addAll(told(decider.advance(trimmed, time.plusSeconds(10_000_000))));
            assertThat(found).as("-Dsendero.seed=%d", seed).isEqualTo(expected);
            messages += (int)
                    expected.stream().filter(told -> told.startsWith("Email[")).count();
        }
        assertThat(messages).as("-Dsendero.seed=%d", seed).isPositive();
    }

    private Event trimmed(Event event) {
        return new Event(
                event.id(),
                event.type(),
                event.name(),
                event.customer(),
                event.timestamp(),
                fields.of(event.name()).trim(event.properties()),
                event.traits());
    }

    private static Event event(Random random, String customer, int number, Instant at) {
        Map<String, Object> traits = Map.of();
        if (number == 0) {
            traits = Map.of(
                    "email",
                    customer + "@example.com",
                    "consent",
                    Map.of("offers", List.of("email"), "news", List.of("email")));
        }
        return new Event(
                new EventId(customer + "-" + number),
                EventType.TRACK,
                NAMES.get(random.nextInt(NAMES.size())),
                new CustomerId(customer),
                at,
                properties(random),
                traits);
    }

    private static Map<String, Object> properties(Random random) {
        var properties = new HashMap<String, Object>();
        properties.put("cart_id", "cart" + random.nextInt(2));
        properties.put("order_id", "o" + random.nextInt(9));
        properties.put("product_id", "p" + random.nextInt(3));
        properties.put("name", "Lamp " + random.nextInt(9));
        properties.put("category", random.nextBoolean() ? "lamps" : "chairs");
        properties.put("price", (long) random.nextInt(100));
        properties.put("total", random.nextInt(1_000) / 4.0);
        properties.put("currency", random.nextBoolean() ? "USD" : "EUR");
        properties.put("url", "https://shop.example/" + random.nextInt(9));
        properties.put("products", List.of(Map.of("name", "Lamp", "price", 3L)));
        properties.put("group", "news");
        properties.put("noise", "x".repeat(20));
        properties.keySet().removeIf(name -> random.nextInt(8) == 0);
        return properties;
    }

    /** Facts as they are, messages as they are read. */
    private List<String> told(List<Effect> effects) {
        var told = new ArrayList<String>();
        for (Effect effect : effects) {
            if (effect instanceof Effect.Send send) {
                Message message = send.message();
                try {
                    told.add(new LiquidRenderer()
                            .render(shop.contents().get(message.content()), message.to(), message.variables())
                            .toString());
                } catch (RenderFailure failure) {
                    told.add("cannot be rendered: " + failure.getMessage());
                }
            } else {
                told.add(effect.toString());
            }
        }
        return told;
    }
}
