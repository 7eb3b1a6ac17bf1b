package dev.sendero.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.state.CountedEvents;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** An event is known by its id: however often and however late it is sent, it is one event to computed traits. */
final class RepeatedEventsTest {

    private static final String TRAITS = """
            traits:
              views: { count: View }
              recent: { count: View, over: 1d }
              value: { sum: event.properties.price, of: View }
              score: { points: { View: 5 } }
              top: { most_frequent: event.properties.name, of: View }
            segments:
              keen: profile.traits.views >= 3
            """;

    private final ProjectShop shop = ProjectShop.of(TRAITS, """
            journey: keen
            state: live
            trigger: { segment: { entered: keen } }
            steps: []
            """);

    private static Event view(String id, String at, String name) {
        return Event.track(new EventId(id), "View", Shop.ADA, Shop.time(at), Map.of("price", 10L, "name", name));
    }

    private ProjectShop see(Event event) {
        return shop.apply(event, Admission.ALL);
    }

    @Test
    void one_that_comes_again_after_later_ones_counts_once() {
        see(view("v1", "10:00", "lamp"));
        see(view("v2", "10:05", "bed"));
        see(view("v1", "10:00", "lamp"));

        assertThat(shop.trait("10:05", "views")).isEqualTo(2L);
        assertThat(shop.trait("10:05", "recent")).isEqualTo(2L);
        assertThat(shop.trait("10:05", "value")).isEqualTo(20L);
        assertThat(shop.trait("10:05", "score")).isEqualTo(10L);
        assertThat(shop.trait("10:05", "top")).isEqualTo("bed");
        assertThat(shop.log("entered")).isEmpty();
    }

    @Test
    void one_that_was_late_itself_counts_once() {
        see(view("v2", "10:05", "bed"));
        see(view("v1", "10:00", "lamp"));
        see(view("v1", "10:00", "lamp"));

        assertThat(shop.trait("10:05", "views")).isEqualTo(2L);
    }

    @Test
    void one_that_its_sender_dates_anew_counts_once() {
        see(view("v1", "10:00", "lamp"));
        see(view("v1", "10:00:03", "lamp"));

        assertThat(shop.trait("10:05", "views")).isEqualTo(1L);
    }

    @Test
    void one_that_comes_again_after_a_restart_counts_once() {
        see(view("v1", "10:00", "lamp"));
        see(view("v2", "10:05", "bed"));
        shop.saveAndRestore();
        see(view("v1", "10:00", "lamp"));

        assertThat(shop.trait("10:05", "views")).isEqualTo(2L);
    }

    @Test
    void one_that_a_login_brings_again_counts_once() {
        see(view("v1", "10:00", "lamp"));

        shop.logsIn("10:10", view("v1", "10:00", "lamp"), view("v2", "10:05", "bed"));

        assertThat(shop.trait("10:10", "views")).isEqualTo(2L);
    }

    @Test
    void the_last_64_that_counted_are_known() {
        see(view("first", "10:00", "lamp"));
        see(view("second", "10:00:01", "lamp"));
        for (int more = 0; more < 63; more++) {
            see(view("more-" + more, "10:01", "lamp"));
        }

        see(view("second", "10:00:01", "lamp"));
        assertThat(shop.trait("10:01", "views")).isEqualTo(65L);

        see(view("first", "10:00", "lamp"));
        assertThat(shop.trait("10:01", "views")).isEqualTo(66L);
    }

    @Test
    void nothing_is_remembered_of_what_no_window_has() {
        var passing = ProjectShop.of("traits: { recent: { count: View, over: 1h } }", """
                journey: idle
                state: live
                trigger: { event: Never }
                steps: []
                """);
        passing.apply(view("v1", "10:00", "lamp"), Admission.ALL);
        assertThat(passing.state().content().counted()).isNotEqualTo(CountedEvents.NONE);

        passing.until("11:00");

        assertThat(passing.state().content().counted()).isEqualTo(CountedEvents.NONE);
    }
}
