package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.engine.journey.PublishedJourney;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** States are changed in place; a snapshot that is written meanwhile by another thread must not see it. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class SnapshotUnderWayTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant TOMORROW = TEN.plusSeconds(86_400);

    private static final PublishedJourney[] JOURNEYS = {
        PublishedJourney.live("win-back", "v1", "inactive PT1H", NINE),
        PublishedJourney.live("follow-up", "v1", "Order Completed, delay PT1H", NINE)
    };

    @ParameterizedTest
    @EnumSource(
            value = TaskSetup.class,
            names = {"ON_THE_HEAP", "ROCKSDB_BEHIND_A_CACHE"})
    void what_happens_while_a_snapshot_is_written_is_not_in_it(TaskSetup setup) throws Exception {
        try (var task = OperatorHarness.started(setup, JOURNEYS)) {
            happens(task, TEN, 1);
            OperatorSubtaskState atOnce = task.snapshot(1);

            var underWay = task.beginSnapshot(2);
            happens(task, TEN.plusSeconds(1_800), 2);
            happens(task, TEN.plusSeconds(2 * 3_600), 3);
            OperatorSubtaskState inTheEnd = OperatorHarness.finish(underWay);

            assertThat(messagesTomorrow(setup, inTheEnd))
                    .hasSizeGreaterThan(100)
                    .isEqualTo(messagesTomorrow(setup, atOnce));
        }
    }

    /** A hundred customers look or order within a minute. */
    private static void happens(OperatorHarness task, Instant from, long seed) throws Exception {
        var random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            String name = random.nextBoolean() ? "Order Completed" : "Product Viewed";
            task.event("customer-" + i, name, from.plusSeconds(random.nextInt(60)));
        }
        task.timeReaches(from.plusSeconds(60));
    }

    private static List<String> messagesTomorrow(TaskSetup setup, OperatorSubtaskState snapshot) throws Exception {
        try (var restored = OperatorHarness.restored(setup, snapshot, 1, 1, 0, JOURNEYS)) {
            restored.timeReaches(TOMORROW);
            return restored.messages();
        }
    }
}
