package dev.sendero.benchmarks.roaster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.event.Event;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoasterTest {

    @Test
    void one_seed_makes_the_same_events_and_another_makes_others() {
        assertThat(events(7, 100, 2_000)).isEqualTo(events(7, 100, 2_000));
        assertThat(events(7, 100, 2_000)).doesNotContainAnyElementsOf(events(8, 100, 2_000));
    }

    @Test
    void twenty_events_a_customer_take_about_a_quarter() {
        List<Event> events = events(7, 1_000, 20_000);

        Instant last = events.get(events.size() - 1).timestamp();
        assertThat(events).hasSize(20_000);
        assertThat(Duration.between(Roaster.START, last).toDays()).isBetween(75L, 105L);
    }

    @Test
    void events_are_out_of_order_by_less_than_the_bound() {
        Instant newest = Instant.MIN;
        int overtaken = 0;
        for (Event event : events(7, 20_000, 40_000)) {
            assertThat(event.timestamp().plus(Diary.DELAY)).isAfter(newest);
            overtaken += event.timestamp().isBefore(newest) ? 1 : 0;
            newest = event.timestamp().isAfter(newest) ? event.timestamp() : newest;
        }
        assertThat(overtaken).isGreaterThan(1_000);
    }

    @Test
    void who_is_new_looks_around_on_a_device_and_then_says_who_they_are() {
        List<Event> events = events(7, 1_000, 20_000);

        assertThat(events).anySatisfy(event -> {
            assertThat(event.isAnonymous()).isTrue();
            assertThat(event.name()).isEqualTo("Product Viewed");
        });
        assertThat(events).anySatisfy(event -> {
            assertThat(event.name()).isEqualTo(Event.IDENTIFIED);
            assertThat(event.isAnonymous()).isFalse();
            assertThat(event.anonymousId()).isNotEmpty();
        });
    }

    private static List<Event> events(long seed, int customers, long number) {
        var events = new ArrayList<Event>();
        new Roaster(seed, customers, number).play(events::add);
        return events;
    }
}
