package dev.sendero.core;

import static dev.sendero.core.JourneyBuilder.journey;
import static dev.sendero.core.Words.atLeast;
import static dev.sendero.core.Words.email;
import static dev.sendero.core.Words.match;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.fact.FactType;
import dev.sendero.rules.expression.Condition;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InactivityTest {

    private static final Duration DAY = Duration.ofDays(1);

    private static JourneyBuilder winBack() {
        return journey("win-back")
                .inactiveFor(DAY, match("Order Completed", Condition.ALWAYS))
                .steps(email("come-back"));
    }

    private static JourneyBuilder silence() {
        return journey("silence").inactiveFor(DAY).steps(email("hello"));
    }

    @Test
    void only_the_newest_event_counts() {
        var shop = Shop.with(winBack())
                .event("08:00", "Order Completed")
                .event("09:00", "Order Completed")
                .event("10:00", "Product Viewed");

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 09:00 come-back");
    }

    @Test
    void nothing_fires_before_the_first_event() {
        assertThat(Shop.with(winBack())
                        .event("09:00", "Product Viewed")
                        .aYearLater()
                        .effects())
                .isEmpty();
    }

    @Test
    void it_fires_again_only_after_another_event() {
        var shop = Shop.with(winBack()).event("09:00", "Order Completed").event("+3d 09:00", "Order Completed");

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 09:00 come-back", "+4d 09:00 come-back");
    }

    @Test
    void an_event_exactly_at_the_deadline_comes_first() {
        var shop = Shop.with(winBack()).event("09:00", "Order Completed").event("+1d 09:00", "Order Completed");

        assertThat(shop.aYearLater().sent()).containsExactly("+2d 09:00 come-back");
    }

    @Test
    void any_event_breaks_a_silence_of_any_events() {
        var shop = Shop.with(silence()).event("09:00", "One").event("10:00", "Another");

        assertThat(shop.until("+1d 10:00").sent()).containsExactly("+1d 10:00 hello");
    }

    @Test
    void receipts_of_our_own_messages_break_no_silence() {
        var shop = Shop.with(silence()).event("09:00", "One").until("+1d 09:00");

        shop.receipt("+1d 10:00", ReceiptEvents.Kind.DELIVERED);

        assertThat(shop.aYearLater().sent()).containsExactly("+1d 09:00 hello");
    }

    @Test
    void an_event_that_may_be_one_of_them_ends_the_silence_and_begins_no_new_one() {
        var shop = Shop.with(journey("j")
                .inactiveFor(DAY, match("Order Completed", atLeast("event.properties.total", 10)))
                .steps(email("mail")));

        shop.event("09:00", "Order Completed", Map.of("total", 20L)).event("10:00", "Order Completed");

        assertThat(shop.aYearLater().facts(FactType.ENTERED)).isEmpty();
    }
}
