package dev.sendero.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShopSimulationTest {

    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    @Test
    void equal_seeds_give_equal_days_however_they_are_cut() {
        var atOnce = new ShopSimulation(ShopSettings.of(7, START)).playUntil(START.plus(Duration.ofDays(10)));

        var inSteps = new ArrayList<Event>();
        var stepped = new ShopSimulation(ShopSettings.of(7, START));
        for (int hour = 1; hour <= 240; hour++) {
            inSteps.addAll(stepped.playUntil(START.plus(Duration.ofHours(hour))));
        }

        assertThat(inSteps).isEqualTo(atOnce);
    }

    @Test
    void customers_look_fill_carts_leave_them_and_buy() {
        List<Event> events = new ShopSimulation(ShopSettings.of(7, START)).playUntil(START.plus(Duration.ofDays(10)));

        long added = count(events, "Product Added");
        long ordered = count(events, "Order Completed");
        assertThat(count(events, "Account Created")).isGreaterThan(900);
        assertThat(count(events, "Product Viewed")).isGreaterThan(added);
        assertThat(added).isGreaterThan(ordered);
        assertThat(ordered).isGreaterThan(100);
        assertThat(events).isSortedAccordingTo((one, other) -> one.timestamp().compareTo(other.timestamp()));
    }

    @Test
    void some_who_receive_a_message_open_it_and_some_of_them_click() {
        var shop = new ShopSimulation(ShopSettings.of(7, START));
        Instant evening = START.plus(Duration.ofDays(7));
        List<Event> week = shop.playUntil(evening);
        week.stream()
                .filter(event -> event.name().equals("Account Created"))
                .forEach(event -> shop.receive(receiptFor(event)));

        List<Event> next = shop.playUntil(evening.plus(Duration.ofDays(1)));

        long sent = count(next, "Email Sent");
        long opened = count(next, "Email Opened");
        long clicked = count(next, "Email Clicked");
        assertThat(sent).isGreaterThan(500);
        assertThat(opened).isBetween(sent / 4, sent * 3 / 4);
        assertThat(clicked).isBetween(opened / 8, opened * 3 / 4);
    }

    private static Event receiptFor(Event event) {
        var welcome = new Message(
                new MessageId("m-" + event.customer()),
                new JourneyId("welcome"),
                "1",
                new RunId("r-" + event.customer()),
                new StepId("hello"),
                Channel.EMAIL,
                event.customer(),
                event.timestamp(),
                "",
                "",
                new ContentId("c"),
                Map.of(),
                Instant.MAX);
        return ReceiptEvents.of(ReceiptEvents.Kind.SENT, welcome, event.timestamp());
    }

    private static long count(List<Event> events, String name) {
        return events.stream().filter(event -> event.name().equals(name)).count();
    }
}
