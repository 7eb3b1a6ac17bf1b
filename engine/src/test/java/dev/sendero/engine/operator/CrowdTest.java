package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.journey.PublishedJourney;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class CrowdTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final int CUSTOMERS = 1_000;

    @Test
    void in_a_backlog_events_are_taken_no_faster_than_they_are_decided() throws Exception {
        var journey = PublishedJourney.live("thanks", "v1", "Order Completed", TEN.minusSeconds(60));
        try (var task = OperatorHarness.started(TaskSetup.ON_THE_HEAP_IN_STRETCHES, journey)) {
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                task.event("customer-" + customer, "Order Completed", TEN);
            }
            // Nobody lets the task go on by itself.
            task.timeReaches(TEN.plusSeconds(1));
            ReceivedEvent later = event(TEN.plusSeconds(60));

            for (int come = 0; come < JourneyOperator.CROWD; come++) {
                task.take(later);
            }
            int decidedForFree = task.messages().size();
            for (int come = 0; come < CUSTOMERS; come++) {
                task.take(later);
            }

            assertThat(decidedForFree).isLessThan(10);
            assertThat(decidedForFree + task.messages().size()).isEqualTo(CUSTOMERS);
        }
    }

    private static ReceivedEvent event(Instant at) {
        return ReceivedEvent.of(
                Event.track(new EventId("later"), "Order Completed", new CustomerId("later"), at, Map.of()),
                Admission.ALL);
    }
}
