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

/** Journeys that begin by the calendar, in a job where nobody does anything. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class CalendarTest {

    private static final Instant SUNDAY_NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant SUNDAY_EVENING = Instant.parse("2026-03-01T20:00:00Z");
    private static final Instant MONDAY_NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant TUESDAY_NOON = Instant.parse("2026-03-03T12:00:00Z");

    private static final PublishedJourney OTHER = PublishedJourney.live("other", "v1", "Never Heard Of", SUNDAY_NOON);
    private static final PublishedJourney DAILY = PublishedJourney.live("daily", "v1", "daily 09:00", SUNDAY_EVENING);

    private static void meet(OperatorHarness task, String customer, String zone, Instant at) throws Exception {
        var event = Event.identify(
                new EventId(customer + "@" + at), new CustomerId(customer), at, Map.of("timezone", zone));
        task.take(ReceivedEvent.of(event, Admission.ALL));
    }

    @Test
    void they_begin_each_day_for_whoever_is_known_each_in_their_own_zone() throws Exception {
        try (var task = OperatorHarness.started(DAILY)) {
            meet(task, "ada", "Asia/Kolkata", SUNDAY_EVENING);
            meet(task, "bob", "Europe/Madrid", MONDAY_NOON);

            task.timeReaches(TUESDAY_NOON);

            assertThat(task.messages())
                    .containsExactly(
                            "ada@2026-03-02T03:30:00Z", "ada@2026-03-03T03:30:00Z", "bob@2026-03-03T08:00:00Z");
        }
    }

    @Test
    void one_that_is_published_begins_for_those_who_have_been_known_before() throws Exception {
        try (var task = OperatorHarness.started(OTHER)) {
            meet(task, "ada", "Asia/Kolkata", SUNDAY_NOON);
            task.timeReaches(SUNDAY_NOON);
            task.publish(DAILY);

            task.timeReaches(MONDAY_NOON);

            assertThat(task.messages()).containsExactly("ada@2026-03-02T03:30:00Z");
        }
    }

    @Test
    void one_that_is_removed_begins_no_more() throws Exception {
        try (var task = OperatorHarness.started(DAILY)) {
            meet(task, "ada", "Asia/Kolkata", SUNDAY_EVENING);
            task.timeReaches(MONDAY_NOON);
            task.messages();
            task.remove(DAILY);

            task.timeReaches(TUESDAY_NOON);

            assertThat(task.messages()).isEmpty();
        }
    }

    @Test
    void after_a_restore_a_day_that_has_come_does_not_come_again() throws Exception {
        try (var task = OperatorHarness.started(DAILY)) {
            meet(task, "ada", "Asia/Tokyo", SUNDAY_EVENING);
            task.timeReaches(MONDAY_NOON);
            assertThat(task.messages()).containsExactly("ada@2026-03-02T00:00:00Z");
            var snapshot = task.snapshot(1);

            try (var restored = OperatorHarness.restored(snapshot, 1, 1, 0, DAILY)) {
                meet(restored, "ada", "America/New_York", MONDAY_NOON.plusSeconds(1));
                restored.timeReaches(TUESDAY_NOON.plusSeconds(7_200));

                assertThat(restored.messages()).containsExactly("ada@2026-03-03T14:00:00Z");
            }
        }
    }
}
