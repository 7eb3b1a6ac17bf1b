package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.journey.DrainedShare;
import dev.sendero.engine.journey.PublishedJourney;
import dev.sendero.rules.journey.JourneyState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** When versions and journeys are over, and what is left of them. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class DrainingTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private static final PublishedJourney FOLLOW_UP =
            PublishedJourney.live("follow-up", "v1", "Order Completed, delay PT1H", NINE);
    private static final PublishedJourney NEW_FOLLOW_UP =
            PublishedJourney.live("follow-up", "v2", "Order Completed, delay PT3H", TEN.plus(MINUTE));
    private static final PublishedJourney WIN_BACK = PublishedJourney.live("win-back", "v1", "inactive PT1H", NINE);

    @ParameterizedTest
    @EnumSource(names = {"ON_THE_HEAP", "ROCKSDB", "ROCKSDB_BEHIND_A_CACHE"})
    void an_older_version_is_said_to_be_drained_when_its_last_run_has_ended(TaskSetup kept) throws Exception {
        try (var task = OperatorHarness.started(kept, FOLLOW_UP)) {
            task.event("ada", "Order Completed", TEN);
            task.timeReaches(TEN);
            task.publish(NEW_FOLLOW_UP);
            pass(task, TEN.plus(MINUTE), TEN.plus(Duration.ofMinutes(59)));
            assertThat(task.drained()).isEmpty();

            pass(task, TEN.plus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(3)));

            assertThat(task.drained())
                    .containsExactly(DrainedShare.of(
                            FOLLOW_UP.publication(),
                            0,
                            OperatorHarness.MAX_PARALLELISM - 1,
                            OperatorHarness.MAX_PARALLELISM));
        }
    }

    @Test
    void a_situation_that_has_begun_keeps_its_version() throws Exception {
        var edited = PublishedJourney.live("win-back", "v2", "inactive PT2H", TEN.plus(MINUTE));
        try (var task = OperatorHarness.started(WIN_BACK)) {
            task.event("ada", "Product Viewed", TEN);
            task.timeReaches(TEN);
            task.publish(edited);

            pass(task, TEN.plus(MINUTE), TEN.plus(Duration.ofMinutes(59)));
            assertThat(task.drained()).isEmpty();
            pass(task, TEN.plus(Duration.ofHours(1)), TEN.plus(Duration.ofHours(3)));
            assertThat(task.drained()).extracting(DrainedShare::version).containsExactly("v1");
        }
    }

    @Test
    void the_newest_version_is_never_drained() throws Exception {
        try (var task = OperatorHarness.started(FOLLOW_UP)) {
            task.publish(FOLLOW_UP.in(JourneyState.ENDED, TEN));

            pass(task, TEN, TEN.plus(Duration.ofHours(2)));

            assertThat(task.drained()).isEmpty();
        }
    }

    @Test
    void a_restored_task_says_again_what_is_drained() throws Exception {
        try (var task = OperatorHarness.started(FOLLOW_UP)) {
            task.publish(NEW_FOLLOW_UP);
            pass(task, TEN, TEN.plus(Duration.ofMinutes(30)));
            assertThat(task.drained()).hasSize(1);

            try (var restored = OperatorHarness.restored(task.snapshot(1), 1, 2, 1, FOLLOW_UP, NEW_FOLLOW_UP)) {
                pass(restored, TEN.plus(Duration.ofMinutes(31)), TEN.plus(Duration.ofMinutes(40)));
                assertThat(restored.drained())
                        .extracting(DrainedShare::firstGroup)
                        .containsExactly(OperatorHarness.MAX_PARALLELISM / 2);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ON_THE_HEAP", "ROCKSDB", "ROCKSDB_BEHIND_A_CACHE"})
    void a_journey_that_is_removed_leaves_no_state_behind(TaskSetup kept) throws Exception {
        try (var task = OperatorHarness.started(kept, FOLLOW_UP, WIN_BACK)) {
            for (String customer : List.of("ada", "bob", "eve")) {
                task.event(customer, "Order Completed", TEN);
            }
            task.timeReaches(TEN);
            task.publish(NEW_FOLLOW_UP);
            task.event("ada", "Order Completed", TEN.plus(MINUTE.multipliedBy(2)));
            task.timeReaches(TEN.plus(MINUTE.multipliedBy(3)));

            task.remove(FOLLOW_UP);
            task.remove(NEW_FOLLOW_UP);
            task.remove(WIN_BACK);
            task.timeReaches(TEN.plus(MINUTE.multipliedBy(4)));
            var snapshot = task.snapshot(1);

            try (var restored = OperatorHarness.restored(kept, snapshot, 1, 1, 0)) {
                assertThat(restored.keysInState()).isEmpty();
                assertThat(restored.timers()).isZero();
                assertThat(restored.journeysInSnapshot()).isEmpty();
            }
        }
    }

    private static void pass(OperatorHarness task, Instant from, Instant until) throws Exception {
        for (Instant time = from; !time.isAfter(until); time = time.plus(MINUTE)) {
            task.timeReaches(time);
        }
    }
}
