package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.engine.journey.PublishedJourney;
import dev.sendero.rules.journey.JourneyState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class JourneyOperatorTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-01T11:00:00Z");

    private static final PublishedJourney THANKS = PublishedJourney.live("thanks", "v1", "Order Completed", NINE);
    private static final PublishedJourney WIN_BACK = PublishedJourney.live("win-back", "v1", "inactive PT1H", NINE);

    private static final PublishedJourney FOLLOW_UP =
            PublishedJourney.live("follow-up", "v1", "Order Completed, delay PT1H", NINE);
    private static final PublishedJourney WIN_BACK_LATER =
            PublishedJourney.live("win-back-later", "v1", "Order Completed, delay PT1H", NINE);

    @Test
    void an_event_waits_until_time_has_reached_it() throws Exception {
        try (var task = OperatorHarness.started(THANKS)) {
            task.event("ada", "Order Completed", TEN);

            task.timeReaches(TEN.minusMillis(1));
            assertThat(task.messages()).isEmpty();

            task.timeReaches(TEN);
            assertThat(task.messages()).containsExactly("ada@2026-03-01T10:00:00Z");
        }
    }

    @Test
    void a_deadline_fires_at_its_time_in_a_silent_stream() throws Exception {
        try (var task = OperatorHarness.started(WIN_BACK)) {
            task.event("ada", "Product Viewed", TEN);

            task.timeReaches(ELEVEN.minusMillis(1));
            assertThat(task.messages()).isEmpty();

            task.timeReaches(ELEVEN);
            assertThat(task.messages()).containsExactly("ada@2026-03-01T11:00:00Z");
        }
    }

    @Test
    void an_event_in_the_buffer_beats_a_later_deadline_however_far_time_jumps() throws Exception {
        try (var task = OperatorHarness.started(WIN_BACK)) {
            task.event("ada", "Product Viewed", TEN.plusSeconds(1_800));
            task.event("ada", "Product Viewed", TEN);

            task.timeReaches(TEN.plusSeconds(86_400));

            assertThat(task.messages()).containsExactly("ada@2026-03-01T11:30:00Z");
        }
    }

    @Test
    void an_event_below_the_watermark_is_in_order_for_a_customer_who_did_nothing_since() throws Exception {
        try (var task = OperatorHarness.started(WIN_BACK, THANKS)) {
            task.event("bob", "Product Viewed", ELEVEN.minusSeconds(60));
            task.timeReaches(ELEVEN);

            task.event("ada", "Order Completed", TEN.plusSeconds(60));
            task.event("bob", "Order Completed", TEN.plusSeconds(60));
            task.timeReaches(ELEVEN.plusMillis(1));

            assertThat(task.messages()).containsExactly("ada@2026-03-01T10:01:00Z");
        }
    }

    @Test
    void a_restored_task_knows_up_to_which_time_everything_was_decided() throws Exception {
        try (var task = OperatorHarness.started(THANKS)) {
            task.timeReaches(TEN);
            var snapshot = task.snapshot(1);

            try (var restored = OperatorHarness.restored(snapshot, 1, 1, 0, THANKS)) {
                restored.publish(WIN_BACK.in(JourneyState.LIVE, NINE.plusSeconds(1)));
                restored.timeReaches(TEN.plusMillis(1));

                assertThat(restored.facts())
                        .as("what comes after its time takes effect right after what is decided")
                        .extracting(Fact::at)
                        .containsExactly(TEN.plusMillis(1));
            }
        }
    }

    @Test
    void a_customer_has_one_timer() throws Exception {
        try (var task = OperatorHarness.started(WIN_BACK)) {
            for (int minute = 0; minute < 50; minute++) {
                task.event("ada", "Product Viewed", TEN.plusSeconds(60L * minute));
                task.timeReaches(TEN.plusSeconds(60L * minute));

                assertThat(task.timers()).isEqualTo(1);
            }
        }
    }

    @Test
    void the_stream_of_journeys_neither_pushes_time_nor_holds_it_back() throws Exception {
        try (var task = OperatorHarness.started(WIN_BACK)) {
            task.event("ada", "Product Viewed", TEN);
            task.timeReaches(TEN);

            task.flink().processWatermarkStatus2(WatermarkStatus.IDLE);
            task.flink().processWatermark2(Watermark.MAX_WATERMARK);
            assertThat(task.messages()).isEmpty();

            task.timeReaches(ELEVEN);
            assertThat(task.messages()).hasSize(1);
        }
    }

    @Test
    void a_version_takes_effect_at_its_time_even_inside_one_step_of_time() throws Exception {
        try (var task = OperatorHarness.started()) {
            task.publish(PublishedJourney.live("thanks", "v1", "Order Completed", TEN));
            task.event("ada", "Order Completed", TEN.minusMillis(1));
            task.event("bob", "Order Completed", TEN);

            task.timeReaches(ELEVEN);

            assertThat(task.messages()).containsExactly("bob@2026-03-01T10:00:00Z");
            assertThat(task.facts())
                    .filteredOn(fact -> fact.type() == FactType.PUBLISHED)
                    .extracting(Fact::at)
                    .containsExactly(TEN);
        }
    }

    @Test
    void runs_of_a_paused_journey_wait_and_go_on_when_it_is_resumed() throws Exception {
        try (var task = OperatorHarness.started(FOLLOW_UP)) {
            task.event("ada", "Order Completed", TEN);
            task.timeReaches(TEN);
            task.publish(FOLLOW_UP.in(JourneyState.PAUSED, TEN.plusSeconds(60)));
            task.event("bob", "Order Completed", TEN.plusSeconds(61));
            task.timeReaches(ELEVEN.plusSeconds(60));
            assertThat(task.messages()).isEmpty();

            task.publish(FOLLOW_UP.in(JourneyState.LIVE, ELEVEN.plusSeconds(120)));
            task.timeReaches(ELEVEN.plusSeconds(7_200));

            assertThat(task.messages()).containsExactly("ada@2026-03-01T11:02:00Z");
        }
    }

    @Test
    void runs_of_an_ended_or_removed_journey_leave() throws Exception {
        try (var task = OperatorHarness.started(FOLLOW_UP, WIN_BACK_LATER)) {
            task.event("ada", "Order Completed", TEN);
            task.timeReaches(TEN);

            task.publish(FOLLOW_UP.in(JourneyState.ENDED, TEN.plusSeconds(60)));
            task.remove(WIN_BACK_LATER);
            task.timeReaches(ELEVEN);

            assertThat(task.messages()).isEmpty();
            assertThat(task.facts())
                    .filteredOn(fact -> fact.type() == FactType.EXITED)
                    .extracting(fact -> fact.journey().value())
                    .containsExactlyInAnyOrder("follow-up", "win-back-later");
            assertThat(task.timers()).isZero();
        }
    }

    @Test
    void pending_events_and_deadlines_follow_their_customers_when_the_job_is_rescaled() throws Exception {
        var customers = new ArrayList<String>();
        try (var one = OperatorHarness.started(THANKS, WIN_BACK)) {
            for (int i = 0; i < 100; i++) {
                customers.add("customer-" + i);
                one.event("customer-" + i, "Product Viewed", TEN);
            }
            one.timeReaches(TEN);
            for (String customer : customers) {
                one.event(customer, "Order Completed", TEN.plusSeconds(60));
            }
            var snapshot = one.snapshot(1);

            try (var left = OperatorHarness.restored(snapshot, 1, 2, 0, THANKS, WIN_BACK);
                    var right = OperatorHarness.restored(snapshot, 1, 2, 1, THANKS, WIN_BACK)) {
                var both = KeyedTwoInputStreamOperatorTestHarness.repackageState(left.snapshot(2), right.snapshot(2));
                try (var again = OperatorHarness.restored(both, 2, 1, 0, THANKS, WIN_BACK)) {
                    var tasks = List.of(left, right);
                    var messages = new ArrayList<String>();
                    for (OperatorHarness task : tasks) {
                        task.timeReaches(TEN.plusSeconds(86_400));
                        List<String> its = task.messages();
                        assertThat(its).isNotEmpty();
                        messages.addAll(its);
                    }
                    again.timeReaches(TEN.plusSeconds(86_400));

                    assertThat(messages).hasSize(200);
                    assertThat(again.messages()).containsExactlyInAnyOrderElementsOf(messages);
                }
            }
        }
    }

    @Test
    void a_restored_task_knows_what_was_in_force_and_forgets_what_is_published_no_more() throws Exception {
        try (var task = OperatorHarness.started(THANKS, WIN_BACK)) {
            task.timeReaches(TEN);
            var snapshot = task.snapshot(1);

            try (var restored = OperatorHarness.restored(snapshot, 1, 1, 0, THANKS)) {
                restored.event("ada", "Order Completed", TEN.plusSeconds(1));
                restored.timeReaches(ELEVEN.plusSeconds(7_200));

                assertThat(restored.messages()).containsExactly("ada@2026-03-01T10:00:01Z");
                assertThat(restored.facts()).extracting(Fact::type).doesNotContain(FactType.PUBLISHED);
            }
        }
    }

    @Test
    void a_snapshot_under_way_does_not_see_what_happens_meanwhile() throws Exception {
        try (var task = OperatorHarness.started(WIN_BACK)) {
            task.event("ada", "Product Viewed", TEN);
            task.timeReaches(TEN);

            var underWay = task.beginSnapshot(1);
            task.event("ada", "Product Viewed", TEN.plusSeconds(1_800));
            task.timeReaches(TEN.plusSeconds(1_800));
            var snapshot = OperatorHarness.finish(underWay);

            try (var restored = OperatorHarness.restored(snapshot, 1, 1, 0, WIN_BACK)) {
                restored.timeReaches(ELEVEN);
                assertThat(restored.messages()).containsExactly("ada@2026-03-01T11:00:00Z");
            }
        }
    }
}
