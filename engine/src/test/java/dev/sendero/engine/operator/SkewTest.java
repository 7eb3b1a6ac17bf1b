package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.engine.journey.PublishedJourney;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** One customer, perhaps a robot, with more events than all others together. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class SkewTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    /** A customer's runs, partial situations and remembered entries are bounded; this is what all of them take. */
    private static final long LARGEST_STATE_BYTES = 64_000;

    private static final PublishedJourney[] JOURNEYS = {
        PublishedJourney.live("win-back", "v1", "inactive PT1H", NINE),
        PublishedJourney.live("follow-up", "v1", "Order Completed, delay P1D", NINE)
    };

    @Test
    void the_state_of_a_customer_with_very_many_events_stays_bounded() throws Exception {
        staysBounded(10_000);
    }

    @Test
    @Tag("slow")
    void the_state_of_a_customer_with_a_million_events_stays_bounded() throws Exception {
        staysBounded(1_000_000);
    }

    private static void staysBounded(int events) throws Exception {
        try (var task = OperatorHarness.started(JOURNEYS)) {
            for (int step = 0; step < 10; step++) {
                robotActs(task, step * (events / 10), events / 10);
                task.timeReaches(TEN.plusMillis((step + 1) * (events / 10)));
                task.messages();

                assertThat(task.snapshot(step).getStateSize()).isLessThan(LARGEST_STATE_BYTES);
                assertThat(task.timers()).isEqualTo(1);
            }
        }
    }

    @Test
    void others_and_snapshots_get_their_turn_between_the_events_of_one_customer() throws Exception {
        var setup = TaskSetup.ON_THE_HEAP_IN_STRETCHES;
        int events = 300;
        try (var task = OperatorHarness.started(setup, JOURNEYS)) {
            robotActs(task, 0, events);
            task.event("ada", "Product Viewed", TEN);
            task.timeReaches(TEN.plusSeconds(60));

            var inBetween = task.snapshot(1);
            int stretches = 1;
            while (task.workOn()) {
                stretches++;
            }
            assertThat(stretches).isGreaterThan(events / 10);

            try (var restored = OperatorHarness.restored(setup, inBetween, 1, 1, 0, JOURNEYS)) {
                for (OperatorHarness each : new OperatorHarness[] {task, restored}) {
                    each.timeReaches(TEN.plusSeconds(2 * 3_600));
                    while (each.workOn()) {
                        assertThat(each.messages()).hasSizeLessThan(10);
                    }
                    assertThat(each.customersKept()).isEqualTo(1);
                }
            }
        }
    }

    private static void robotActs(OperatorHarness task, int from, int events) throws Exception {
        for (int i = from; i < from + events; i++) {
            task.event("robot", i % 10 == 0 ? "Order Completed" : "Product Viewed", TEN.plusMillis(i), "event-" + i);
        }
    }
}
