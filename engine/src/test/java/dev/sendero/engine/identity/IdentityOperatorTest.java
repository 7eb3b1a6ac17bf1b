package dev.sendero.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.core.identity.IdentityBounds;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class IdentityOperatorTest {

    private static final String NOBODY = "";
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    @Test
    void a_login_hands_over_what_was_before_and_takes_what_comes_after() throws Exception {
        try (var task = IdentityHarness.started(IdentityBounds.DEFAULT)) {
            task.event("phone", NOBODY, TEN.plusSeconds(3));
            task.event("phone", "ada", TEN.plusSeconds(2));
            task.event("phone", NOBODY, TEN.plusSeconds(1));
            task.event("phone", NOBODY, TEN);
            task.event("tablet", NOBODY, TEN);

            task.timeReaches(TEN.plusSeconds(3));

            assertThat(task.events())
                    .containsExactly(
                            "ada@10:00:02 logs in after [ada@10:00:00, ada@10:00:01]",
                            "ada@10:00:03",
                            "phone@10:00:00",
                            "phone@10:00:01",
                            "phone@10:00:02 departs",
                            "tablet@10:00:00");
        }
    }

    @Test
    void an_event_waits_until_time_has_reached_it_and_goes_before_that_time() throws Exception {
        try (var task = IdentityHarness.started(IdentityBounds.DEFAULT)) {
            task.event("phone", NOBODY, TEN);
            task.timeReaches(TEN.minusMillis(1));
            assertThat(task.events()).isEmpty();

            task.timeReaches(TEN);
            List<Object> output = task.output();
            assertThat(output).hasSize(2);
            assertThat(output.get(0)).isInstanceOf(ReceivedEvent.class);
            assertThat(output.get(1)).isEqualTo(new Watermark(TEN.toEpochMilli()));
        }
    }

    @Test
    void a_late_login_departs_after_all_that_its_device_did() throws Exception {
        try (var task = IdentityHarness.started(IdentityBounds.DEFAULT)) {
            task.event("phone", NOBODY, TEN.plusSeconds(60));
            task.timeReaches(TEN.plusSeconds(60));
            task.events();

            task.event("phone", "ada", TEN);
            task.timeReaches(TEN.plusSeconds(61));

            assertThat(task.events())
                    .containsExactly("ada@10:00:00 logs in after [ada@10:01:00]", "phone@10:01:00 departs");
        }
    }

    @Test
    void links_histories_and_waiting_events_follow_their_devices_when_the_job_is_rescaled() throws Exception {
        try (var one = IdentityHarness.started(IdentityBounds.DEFAULT)) {
            for (int device = 0; device < 50; device++) {
                one.event("linked-" + device, "user-" + device, TEN);
                one.event("open-" + device, NOBODY, TEN);
            }
            one.timeReaches(TEN);
            for (int device = 0; device < 50; device++) {
                one.event("linked-" + device, NOBODY, TEN.plusSeconds(1));
                one.event("open-" + device, "new-" + device, TEN.plusSeconds(1));
            }
            var snapshot = one.snapshot();
            one.events();
            one.timeReaches(TEN.plusSeconds(1));
            List<String> expected = one.events();
            assertThat(expected).hasSize(150);

            try (var left = IdentityHarness.restored(snapshot, 1, 2, 0);
                    var right = IdentityHarness.restored(snapshot, 1, 2, 1)) {
                var both = AbstractStreamOperatorTestHarness.repackageState(left.snapshot(), right.snapshot());
                var events = new ArrayList<String>();
                for (IdentityHarness task : List.of(left, right)) {
                    task.timeReaches(TEN.plusSeconds(1));
                    List<String> its = task.events();
                    assertThat(its).isNotEmpty();
                    events.addAll(its);
                }
                assertThat(events).containsExactlyInAnyOrderElementsOf(expected);

                try (var again = IdentityHarness.restored(both, 2, 1, 0)) {
                    again.timeReaches(TEN.plusSeconds(1));
                    assertThat(again.events()).containsExactlyElementsOf(expected);
                }
            }
        }
    }

    @Test
    void a_silent_device_is_forgotten() throws Exception {
        var bounds = new IdentityBounds(10, Duration.ofDays(1), 5, Duration.ofDays(10));
        try (var task = IdentityHarness.started(bounds)) {
            task.event("phone", NOBODY, TEN);
            task.event("tablet", "ada", TEN);
            task.timeReaches(TEN.plus(Duration.ofHours(23)));
            task.event("phone", NOBODY, TEN.plus(Duration.ofHours(23)));
            task.timeReaches(TEN.plus(Duration.ofDays(1)));
            assertThat(task.kept()).isEqualTo(2);

            task.timeReaches(TEN.plus(Duration.ofHours(47)));
            assertThat(task.kept()).isEqualTo(1);

            task.timeReaches(TEN.plus(Duration.ofDays(10)));
            assertThat(task.kept()).isZero();
        }
    }

    @Test
    void a_snapshot_does_not_see_what_happens_after_it() throws Exception {
        try (var task = IdentityHarness.started(IdentityBounds.DEFAULT)) {
            task.event("phone", NOBODY, TEN);
            task.timeReaches(TEN);
            var snapshot = task.snapshot();
            task.event("phone", "ada", TEN.plusSeconds(1));
            task.timeReaches(TEN.plusSeconds(1));

            try (var restored = IdentityHarness.restored(snapshot, 1, 1, 0)) {
                restored.event("phone", "bob", TEN.plusSeconds(2));
                restored.timeReaches(TEN.plusSeconds(2));
                assertThat(restored.events())
                        .containsExactly("bob@10:00:02 logs in after [bob@10:00:00]", "phone@10:00:02 departs");
            }
        }
    }
}
