package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Erasure;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.journey.PublishedJourney;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever is erased leaves nothing behind in the task: no state, no timer, no byte of a snapshot. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class ErasingInTheJobTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant TOMORROW = TEN.plusSeconds(86_400);

    private static final PublishedJourney[] JOURNEYS = {
        PublishedJourney.live("follow-up", "v1", "Order Completed, delay PT1H", NINE),
        PublishedJourney.live("win-back", "v1", "inactive PT1H", NINE)
    };

    private static void bothOrder(OperatorHarness task) throws Exception {
        for (String customer : new String[] {"ada-lovelace", "grace-hopper"}) {
            task.take(ReceivedEvent.of(
                    Event.identify(
                            new EventId(customer + "-1"),
                            new CustomerId(customer),
                            TEN,
                            Map.of("email", customer + "@example.com")),
                    Admission.ALL));
            task.event(customer, "Order Completed", TEN.plusSeconds(1));
        }
        task.timeReaches(TEN.plusSeconds(2));
    }

    @ParameterizedTest
    @EnumSource(TaskSetup.class)
    void neither_state_nor_timer_nor_a_byte_of_a_savepoint_is_left(TaskSetup setup) throws Exception {
        try (var task = OperatorHarness.started(setup, JOURNEYS)) {
            bothOrder(task);
            finish(task);
            int timers = task.timers();
            assertThat(SnapshotText.of(task.savepoint(1))).contains("ada-lovelace", "grace-hopper");

            task.erase("ada-lovelace", TEN.plusSeconds(10));
            task.timeReaches(TEN.plusSeconds(11));
            finish(task);

            assertThat(SnapshotText.of(task.savepoint(2)))
                    .contains("grace-hopper")
                    .doesNotContain("ada-lovelace");
            assertThat(task.keysInState()).containsExactly("grace-hopper");
            assertThat(task.timers()).isEqualTo(timers / 2);
            task.timeReaches(TOMORROW);
            finish(task);
            assertThat(task.messages())
                    .allMatch(message -> message.startsWith("grace-hopper@"))
                    .isNotEmpty();
        }
    }

    @Test
    void on_the_heap_no_byte_of_a_checkpoint_is_left() throws Exception {
        try (var task = OperatorHarness.started(JOURNEYS)) {
            bothOrder(task);
            assertThat(SnapshotText.of(task.snapshot(1))).contains("ada-lovelace");

            task.erase("ada-lovelace", TEN.plusSeconds(10));
            task.timeReaches(TEN.plusSeconds(11));

            assertThat(SnapshotText.of(task.snapshot(2)))
                    .contains("grace-hopper")
                    .doesNotContain("ada-lovelace");
        }
    }

    private static void finish(OperatorHarness task) throws Exception {
        while (task.workOn()) {
            // Each call does some of it.
        }
    }

    @Test
    void the_runs_leave_and_what_is_kept_elsewhere_is_asked_to_be_cleared() throws Exception {
        try (var task = OperatorHarness.started(JOURNEYS)) {
            bothOrder(task);

            task.erase("ada-lovelace", TEN.plusSeconds(10));
            task.timeReaches(TEN.plusSeconds(11));

            assertThat(task.outbound()).hasSize(2).satisfies(sent -> {
                assertThat(sent.get(0)).isInstanceOf(Cancellation.class);
                assertThat(sent.get(1))
                        .isEqualTo(new Erasure(
                                new CustomerId("ada-lovelace"),
                                TEN.plusSeconds(10),
                                new EventId("request"),
                                Erasure.Why.ASKED));
            });
            assertThat(task.facts())
                    .filteredOn(fact -> fact.type() == FactType.EXITED)
                    .extracting(Fact::reason)
                    .containsExactly("erased");
        }
    }

    @Test
    void an_erasure_that_waits_is_in_the_snapshot() throws Exception {
        try (var task = OperatorHarness.started(JOURNEYS)) {
            bothOrder(task);
            task.erase("ada-lovelace", TEN.plusSeconds(10));

            try (var restored = OperatorHarness.restored(task.snapshot(1), 1, 1, 0, JOURNEYS)) {
                restored.timeReaches(TEN.plusSeconds(11));

                assertThat(restored.keysInState()).containsExactly("grace-hopper");
            }
        }
    }

    @Test
    void what_happens_after_the_erasure_is_somebody_new() throws Exception {
        try (var task = OperatorHarness.started(JOURNEYS)) {
            bothOrder(task);

            task.erase("ada-lovelace", TEN.plusSeconds(10));
            task.event("ada-lovelace", "Order Completed", TEN.plusSeconds(20));
            task.timeReaches(TOMORROW);

            assertThat(task.messages())
                    .filteredOn(message -> message.startsWith("ada-lovelace@"))
                    .containsExactly("ada-lovelace@2026-03-01T11:00:20Z", "ada-lovelace@2026-03-01T11:00:20Z");
        }
    }
}
