package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.engine.journey.PublishedJourney;
import dev.sendero.rules.journey.JourneyState;
import java.io.DataInputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.runtime.checkpoint.Checkpoints;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a job on other backends, with other numbers of tasks or of an older release has left is taken up as it was. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class RestoreTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant TOMORROW = TEN.plusSeconds(86_400);

    private static final PublishedJourney FOLLOW_UP =
            PublishedJourney.live("follow-up", "v1", "Order Completed, delay PT1H", NINE);
    private static final PublishedJourney FOLLOW_UP_PAUSED = FOLLOW_UP.in(JourneyState.PAUSED, TEN.plusSeconds(150));
    private static final PublishedJourney FOLLOW_UP_RESUMED = FOLLOW_UP.in(JourneyState.LIVE, TEN.plusSeconds(600));

    private static final PublishedJourney[] JOURNEYS = with(FOLLOW_UP);

    private static PublishedJourney[] with(PublishedJourney followUp) {
        return new PublishedJourney[] {
            PublishedJourney.live("thanks", "v1", "Order Completed", NINE),
            PublishedJourney.live("win-back", "v1", "inactive PT1H", NINE),
            followUp
        };
    }

    @ParameterizedTest
    @CsvSource({
        "ON_THE_HEAP, ON_THE_HEAP, 4",
        "ON_THE_HEAP, ON_THE_HEAP, 1",
        "ON_THE_HEAP, ROCKSDB_BEHIND_A_TINY_CACHE, 4",
        "ROCKSDB_BEHIND_A_CACHE, ON_THE_HEAP, 1",
        "ROCKSDB_BEHIND_A_CACHE, ROCKSDB_BEHIND_A_CACHE, 4",
    })
    void a_savepoint_of_two_tasks_goes_on_with_another_number_of_tasks_on_any_backend(
            TaskSetup before, TaskSetup after, int parallelism) throws Exception {
        List<String> expected;
        int timers;
        try (var undisturbed = ParallelTasks.started(TaskSetup.ON_THE_HEAP, 1, JOURNEYS)) {
            morning(undisturbed);
            timers = undisturbed.timers();
            undisturbed.timeReaches(TOMORROW);
            expected = undisturbed.messages();
        }

        try (var two = ParallelTasks.started(before, 2, JOURNEYS)) {
            morning(two);
            List<String> messages = new ArrayList<>(two.messages());

            try (var others = ParallelTasks.restored(after, two.savepoint(), 2, parallelism, with(FOLLOW_UP_RESUMED))) {
                assertThat(others.timers()).isEqualTo(timers);
                others.timeReaches(TOMORROW);
                for (List<String> ofTask : others.messagesByTask()) {
                    assertThat(ofTask).isNotEmpty();
                    messages.addAll(ofTask);
                }
            }
            assertThat(messages).hasSizeGreaterThan(250).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void tasks_at_different_times_in_one_savepoint_go_on_as_one(int parallelism) throws Exception {
        var setup = TaskSetup.ON_THE_HEAP_IN_STRETCHES;
        Instant late = TEN.plusSeconds(4_000);
        List<String> expected;
        try (var undisturbed = ParallelTasks.started(TaskSetup.ON_THE_HEAP, 1, JOURNEYS)) {
            morning(undisturbed);
            undisturbed.timeReaches(late);
            undisturbed.timeReaches(TOMORROW);
            expected = undisturbed.messages();
        }

        // One task has done everything, the other one is before, in or after each of the changes of journeys.
        for (int stretches = 0; stretches < 100; stretches += 9) {
            try (var two = ParallelTasks.started(setup, 2, JOURNEYS)) {
                morning(two);
                two.workOnEverywhere();
                two.timeReaches(late);
                two.workOn(1, Integer.MAX_VALUE);
                two.workOn(0, stretches);
                List<String> messages = new ArrayList<>(two.messages());

                try (var others =
                        ParallelTasks.restored(setup, two.savepoint(), 2, parallelism, with(FOLLOW_UP_RESUMED))) {
                    others.timeReaches(late);
                    others.workOnEverywhere();
                    others.timeReaches(TOMORROW);
                    others.workOnEverywhere();
                    messages.addAll(others.messages());
                }
                assertThat(messages).as("after %d stretches", stretches).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    /** Leaves profiles, runs, timers, a paused journey and a buffer of events. */
    private static void morning(ParallelTasks tasks) throws Exception {
        for (int i = 0; i < 100; i++) {
            tasks.event("customer-" + i, i % 3 == 0 ? "Order Completed" : "Product Viewed", TEN.plusSeconds(i));
        }
        tasks.timeReaches(TEN.plusSeconds(120));
        tasks.publish(FOLLOW_UP_PAUSED);
        tasks.timeReaches(TEN.plusSeconds(180));
        tasks.publish(FOLLOW_UP_RESUMED);
        for (int i = 0; i < 100; i++) {
            tasks.event("customer-" + (i * 7 % 150), "Order Completed", TEN.plusSeconds(200 + i));
        }
    }

    @Test
    void a_savepoint_of_the_first_format_goes_on() throws Exception {
        for (TaskSetup setup : List.of(TaskSetup.ON_THE_HEAP, TaskSetup.ROCKSDB_BEHIND_A_CACHE)) {
            try (var tasks = ParallelTasks.restored(setup, savepoint("version-1.savepoint"), 1, 2, JOURNEYS)) {
                tasks.timeReaches(TOMORROW);

                assertThat(tasks.messages()).containsExactlyInAnyOrderElementsOf(messagesAfterFirstFormat());
            }
        }
    }

    /**
     * The file was written at 10:01 by a release whose customers' states had the first format: of twenty customers every
     * other one had ordered, the rest had looked, one second after the other; and every third was to order again.
     */
    private static List<String> messagesAfterFirstFormat() {
        var messages = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            String customer = "customer-" + i + "@";
            Instant first = TEN.plusSeconds(i);
            Instant last = i % 3 == 0 ? TEN.plusSeconds(90 + i) : first;
            if (i % 2 == 0) {
                messages.add(customer + first.plusSeconds(3_600));
            }
            if (i % 3 == 0) {
                messages.add(customer + last);
                messages.add(customer + last.plusSeconds(3_600));
            }
            messages.add(customer + last.plusSeconds(3_600));
        }
        return messages;
    }

    private static OperatorSubtaskState savepoint(String name) throws Exception {
        try (var input = new DataInputStream(RestoreTest.class.getResourceAsStream(name))) {
            return Checkpoints.loadCheckpointMetadata(input, RestoreTest.class.getClassLoader(), name)
                    .getOperatorStates()
                    .iterator()
                    .next()
                    .getState(0);
        }
    }
}
