package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.fact.FactType;
import dev.sendero.engine.journey.PublishedJourney;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a new version of a journey means for those who are in it, or on the way into it. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class NewVersionTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant HALF_PAST_TEN = Instant.parse("2026-03-01T10:30:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-03-02T00:00:00Z");

    private static final PublishedJourney WIN_BACK = PublishedJourney.live("win-back", "v1", "inactive PT1H", NINE);
    private static final PublishedJourney NEW_WIN_BACK =
            PublishedJourney.live("win-back", "v2", "inactive PT2H", HALF_PAST_TEN);

    private static final PublishedJourney FOLLOW_UP =
            PublishedJourney.live("follow-up", "v1", "Order Completed, delay PT1H", NINE);
    private static final PublishedJourney NEW_FOLLOW_UP =
            PublishedJourney.live("follow-up", "v2", "Order Completed, delay PT3H", HALF_PAST_TEN);

    @Test
    void a_situation_that_had_begun_completes_in_its_version_and_new_ones_begin_in_the_new_version() throws Exception {
        try (var task = OperatorHarness.started(WIN_BACK)) {
            task.event("ada", "Product Viewed", TEN);
            task.timeReaches(TEN);
            task.publish(NEW_WIN_BACK);
            task.event("bob", "Product Viewed", HALF_PAST_TEN);

            task.timeReaches(MIDNIGHT);

            assertThat(entered(task)).containsExactlyInAnyOrder("ada v1 11:00", "bob v2 12:30");
        }
    }

    @Test
    void activity_moves_a_customer_to_the_new_version_and_not_into_both() throws Exception {
        try (var task = OperatorHarness.started(WIN_BACK)) {
            task.event("ada", "Product Viewed", TEN);
            task.timeReaches(TEN);
            task.publish(NEW_WIN_BACK);
            task.event("ada", "Product Viewed", TEN.plusSeconds(40 * 60));

            task.timeReaches(MIDNIGHT);

            assertThat(entered(task)).containsExactly("ada v2 12:40");
        }
    }

    @Test
    void a_run_finishes_the_version_that_it_entered() throws Exception {
        try (var task = OperatorHarness.started(FOLLOW_UP)) {
            enterBothVersions(task);

            task.timeReaches(MIDNIGHT);

            assertThat(task.messages()).containsExactly("ada@2026-03-01T11:00:00Z", "bob@2026-03-01T13:40:00Z");
        }
    }

    @Test
    void a_version_that_migrates_takes_over_who_is_inside() throws Exception {
        try (var task = OperatorHarness.started(FOLLOW_UP)) {
            task.event("ada", "Order Completed", TEN);
            task.timeReaches(TEN);
            task.publish(NEW_FOLLOW_UP.migrating());

            task.timeReaches(MIDNIGHT);

            assertThat(task.messages()).containsExactly("ada@2026-03-01T13:00:00Z");
            assertThat(task.facts())
                    .filteredOn(fact -> fact.type() == FactType.MIGRATED)
                    .extracting(fact -> fact.customer() + " " + fact.version() + " " + fact.at())
                    .containsExactly("ada v2 " + HALF_PAST_TEN);
        }
    }

    @Test
    void a_restored_task_still_finishes_the_older_version() throws Exception {
        try (var task = OperatorHarness.started(FOLLOW_UP)) {
            enterBothVersions(task);
            var snapshot = task.snapshot(1);

            try (var restored = OperatorHarness.restored(snapshot, 1, 1, 0, FOLLOW_UP, NEW_FOLLOW_UP)) {
                restored.timeReaches(MIDNIGHT);

                assertThat(restored.messages()).containsExactly("ada@2026-03-01T11:00:00Z", "bob@2026-03-01T13:40:00Z");
            }
        }
    }

    @Test
    void when_a_version_may_be_begun_survives_a_restore() throws Exception {
        try (var task = OperatorHarness.started(WIN_BACK)) {
            task.publish(NEW_WIN_BACK);
            task.timeReaches(HALF_PAST_TEN.plusSeconds(60));
            var snapshot = task.snapshot(1);

            try (var restored = OperatorHarness.restored(snapshot, 1, 1, 0, WIN_BACK, NEW_WIN_BACK)) {
                // Below the watermark, but nothing of this customer was seen before: in order.
                restored.event("ada", "Product Viewed", HALF_PAST_TEN.minusSeconds(1));
                restored.event("bob", "Product Viewed", HALF_PAST_TEN);
                restored.timeReaches(MIDNIGHT);

                assertThat(entered(restored)).containsExactlyInAnyOrder("ada v1 11:29", "bob v2 12:30");
            }
        }
    }

    @Test
    void runs_leave_an_older_version_that_is_removed() throws Exception {
        try (var task = OperatorHarness.started(FOLLOW_UP)) {
            enterBothVersions(task);

            task.remove(FOLLOW_UP);
            task.timeReaches(MIDNIGHT);

            assertThat(task.messages()).containsExactly("bob@2026-03-01T13:40:00Z");
            assertThat(task.facts())
                    .filteredOn(fact -> fact.type() == FactType.EXITED)
                    .extracting(fact -> fact.customer() + " " + fact.version() + " " + fact.reason())
                    .containsExactly("ada v1 journey ended");
        }
    }

    private static void enterBothVersions(OperatorHarness task) throws Exception {
        task.event("ada", "Order Completed", TEN);
        task.timeReaches(TEN);
        task.publish(NEW_FOLLOW_UP);
        task.event("bob", "Order Completed", TEN.plusSeconds(40 * 60));
        task.timeReaches(TEN.plusSeconds(45 * 60));
    }

    private static List<String> entered(OperatorHarness task) throws Exception {
        return task.facts().stream()
                .filter(fact -> fact.type() == FactType.ENTERED)
                .map(fact -> fact.customer() + " " + fact.version() + " "
                        + fact.at().toString().substring(11, 16))
                .toList();
    }
}
