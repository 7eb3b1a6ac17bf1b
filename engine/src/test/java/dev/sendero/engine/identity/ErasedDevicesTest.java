package dev.sendero.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.core.identity.IdentityBounds;
import dev.sendero.engine.operator.SnapshotText;
import java.time.Instant;
import java.util.HashSet;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.junit.jupiter.api.Test;

/** Whoever is erased is erased with all devices on which they have logged in. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class ErasedDevicesTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private static Instant at(int seconds) {
        return TEN.plusSeconds(seconds);
    }

    private static IdentityHarness adaOnTwoDevices() throws Exception {
        var task = IdentityHarness.started(IdentityBounds.DEFAULT);
        task.event("phone", "ada-lovelace", at(1));
        task.event("tablet", "ada-lovelace", at(2));
        task.event("laptop", "bob", at(3));
        task.event("kiosk", "", at(4));
        task.timeReaches(at(5));
        task.events();
        return task;
    }

    @Test
    void the_devices_of_a_user_who_is_erased_are_erased_with_the_user() throws Exception {
        try (var task = adaOnTwoDevices()) {
            int kept = task.kept();
            int timers = task.timers();

            task.erase("ada-lovelace", at(10));
            task.timeReaches(at(11));

            assertThat(task.events())
                    .containsExactly("phone@10:00:10 erased: device", "tablet@10:00:10 erased: device");
            assertThat(task.kept()).isEqualTo(kept - 2);
            assertThat(task.timers()).isEqualTo(timers - 2);
            assertThat(SnapshotText.of(task.snapshot())).contains("bob").doesNotContain("ada-lovelace", "tablet");
        }
    }

    @Test
    void the_user_of_a_device_that_is_erased_is_erased_with_it() throws Exception {
        try (var task = adaOnTwoDevices()) {
            task.erase("phone", at(10));
            task.timeReaches(at(11));

            assertThat(task.events()).containsExactly("ada-lovelace@10:00:10 erased: user");
        }
    }

    @Test
    void what_a_device_did_before_any_login_is_forgotten_with_it() throws Exception {
        try (var task = adaOnTwoDevices()) {
            task.erase("kiosk", at(10));
            task.event("kiosk", "cem", at(20));
            task.timeReaches(at(21));

            assertThat(task.events()).containsExactly("cem@10:00:20 logs in after []", "kiosk@10:00:20 departs");
        }
    }

    @Test
    void what_a_device_does_after_the_erasure_is_not_the_user_s_any_more() throws Exception {
        try (var task = adaOnTwoDevices()) {
            task.erase("ada-lovelace", at(10));
            task.event("phone", "", at(9));
            task.event("phone", "", at(20));
            task.timeReaches(at(21));

            assertThat(task.events())
                    .containsExactly(
                            "ada-lovelace@10:00:09",
                            "phone@10:00:10 erased: device",
                            "phone@10:00:20",
                            "tablet@10:00:10 erased: device");
        }
    }

    @Test
    void a_login_after_the_erasure_stays() throws Exception {
        try (var task = adaOnTwoDevices()) {
            task.event("watch", "ada-lovelace", at(20));
            task.timeReaches(at(21));
            task.events();

            task.erase("ada-lovelace", at(10));
            task.timeReaches(at(22));
            task.event("watch", "", at(30));
            task.timeReaches(at(31));

            assertThat(task.events()).contains("ada-lovelace@10:00:30").doesNotContain("watch@10:00:10 erased: device");
        }
    }

    @Test
    void an_erasure_that_waits_is_in_the_snapshot_and_follows_the_devices_to_other_tasks() throws Exception {
        try (var task = adaOnTwoDevices()) {
            task.erase("ada-lovelace", at(10));
            var snapshot = task.snapshot();

            var erased = new HashSet<String>();
            for (int index = 0; index < 2; index++) {
                try (var restored = IdentityHarness.restored(snapshot, 1, 2, index)) {
                    restored.timeReaches(at(11));
                    erased.addAll(restored.events());
                }
            }
            assertThat(erased)
                    .containsExactlyInAnyOrder("phone@10:00:10 erased: device", "tablet@10:00:10 erased: device");
        }
    }

    @Test
    void every_group_of_keys_is_asked() {
        var groups = new HashSet<Integer>();
        for (String key : EventsForDevices.oneOfEachGroup(128)) {
            groups.add(KeyGroupRangeAssignment.assignToKeyGroup(key, 128));
        }

        assertThat(groups).hasSize(128);
    }
}
