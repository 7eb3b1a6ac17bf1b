package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.engine.journey.PublishedJourney;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class DeadlineTimersTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private static final PublishedJourney[] JOURNEYS = {
        PublishedJourney.live("win-back", "v1", "inactive P7D", NINE),
        PublishedJourney.live("follow-up", "v1", "Order Completed, delay PT1H", NINE),
        PublishedJourney.live("thanks", "v1", "Product Reviewed, delay PT10M", NINE)
    };

    @Test
    void a_later_timer_is_spared_when_an_earlier_one_is_set_and_serves_again() throws Exception {
        try (var task = OperatorHarness.started(JOURNEYS)) {
            task.event("ada", "Product Viewed", TEN);
            task.timeReaches(TEN);
            task.event("ada", "Order Completed", TEN.plusSeconds(60));
            task.timeReaches(TEN.plusSeconds(60));
            assertThat(task.timers()).isEqualTo(2);

            task.timeReaches(TEN.plusSeconds(60 + 3_600));
            assertThat(task.messages()).containsExactly("ada@2026-03-01T11:01:00Z");
            assertThat(task.timers()).isEqualTo(1);

            task.timeReaches(TEN.plusSeconds(60).plus(Duration.ofDays(7)));
            assertThat(task.messages()).containsExactly("ada@2026-03-08T10:01:00Z");
        }
    }

    @Test
    void both_timers_fire_in_what_is_restored_from_a_snapshot() throws Exception {
        try (var task = OperatorHarness.started(JOURNEYS)) {
            task.event("ada", "Product Viewed", TEN);
            task.timeReaches(TEN);
            task.event("ada", "Order Completed", TEN.plusSeconds(60));
            task.timeReaches(TEN.plusSeconds(60));
            var snapshot = task.snapshot(1);

            try (var restored = OperatorHarness.restored(TaskSetup.ON_THE_HEAP, snapshot, 1, 1, 0, JOURNEYS)) {
                restored.timeReaches(TEN.plus(Duration.ofDays(8)));
                assertThat(restored.messages()).containsExactly("ada@2026-03-01T11:01:00Z", "ada@2026-03-08T10:01:00Z");
                assertThat(restored.timers()).isZero();
            }
        }
    }

    @Test
    void a_customer_has_two_timers_at_most_whatever_is_due() throws Exception {
        var random = new SplittableRandom(1);
        String[] names = {"Product Viewed", "Order Completed", "Product Reviewed"};
        try (var task = OperatorHarness.started(JOURNEYS)) {
            Instant time = TEN;
            for (int i = 0; i < 500; i++) {
                time = time.plusSeconds(random.nextInt(1, 3_000));
                task.event("ada", names[random.nextInt(names.length)], time, "event-" + i);
                task.timeReaches(time);
                assertThat(task.timers()).isBetween(1, 2);
            }
            task.timeReaches(time.plus(Duration.ofDays(8)));
            assertThat(task.timers()).isZero();
        }
    }
}
