package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.RunnableFuture;
import org.apache.flink.core.fs.CloseableRegistry;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyGroupsStateHandle;
import org.apache.flink.runtime.state.KeyedStateHandle;
import org.apache.flink.runtime.state.SnapshotResult;
import org.apache.flink.runtime.state.StateSnapshotContextSynchronousImpl;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.junit.jupiter.api.Test;

class PendingEventsTest {

    private static final KeyGroupRange KEY_GROUPS = new KeyGroupRange(0, 7);

    private final PendingEvents pending = new PendingEvents(ReceivedEvent::key);

    @Test
    void events_become_due_customer_by_customer_and_for_each_by_time_and_id() {
        // These two have the same hash.
        add("Aa", 20, "c");
        add("BB", 10, "b");
        add("Aa", 10, "d");
        add("BB", 10, "a");
        add("ada", 5, "e");
        add("Aa", 21, "f");

        assertThat(dueUpTo(20))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("Aa", List.of("d", "c"), "BB", List.of("a", "b"), "ada", List.of("e")));
        assertThat(pending.size()).isEqualTo(1);
        assertThat(dueUpTo(21)).containsOnlyKeys("Aa");
    }

    @Test
    void what_was_added_at_random_comes_out_once_in_order_at_its_time() {
        var random = new Random(7);
        var expected = new TreeMap<String, List<Event>>();
        for (int step = 0; step < 50; step++) {
            for (int i = random.nextInt(300); i > 0; i--) {
                ReceivedEvent event = add(
                        "customer-" + random.nextInt(40),
                        step * 10L + random.nextInt(40),
                        "id-" + random.nextInt(9_999));
                expected.computeIfAbsent(event.key(), it -> new ArrayList<>()).add(event.event());
            }
            long time = step * 10L;
            Map<String, List<String>> due = dueUpTo(time);
            var idsExpected = new TreeMap<String, List<String>>();
            expected.forEach((customer, events) -> {
                List<String> ids = events.stream()
                        .filter(event -> event.timestamp().toEpochMilli() <= time)
                        .sorted(Event.ORDER)
                        .map(event -> event.id().value())
                        .toList();
                events.removeIf(event -> event.timestamp().toEpochMilli() <= time);
                if (!ids.isEmpty()) {
                    idsExpected.put(customer, ids);
                }
            });
            assertThat(due).isEqualTo(idsExpected);
        }
    }

    @Test
    void what_is_due_has_to_be_removed_before_more_becomes_due() {
        add("ada", 1, "a");
        pending.dueUpTo(1);
        add("ada", 2, "b");

        assertThatThrownBy(() -> pending.dueUpTo(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("due events: 1 left (expected: 0)");
    }

    @Test
    void a_snapshot_holds_what_waits_and_what_is_due_in_the_groups_of_their_customers() throws Exception {
        for (int i = 0; i < 100; i++) {
            add("customer-" + i, i, "id-" + i);
        }
        pending.dueUpTo(49);
        pending.due().removeFirst();

        var restored = new ArrayList<String>();
        snapshotAndRestore().forEach((group, events) -> {
            events.dueUpTo(Long.MAX_VALUE);
            events.due().forEach(event -> {
                assertThat(KeyGroupRangeAssignment.assignToKeyGroup(event.key(), KEY_GROUPS.getNumberOfKeyGroups()))
                        .isEqualTo(group);
                restored.add(event.key());
            });
        });

        assertThat(restored).hasSize(99).doesNotHaveDuplicates();
    }

    private ReceivedEvent add(String customer, long time, String id) {
        var event = ReceivedEvent.of(
                Event.track(new EventId(id), "Seen", new CustomerId(customer), Instant.ofEpochMilli(time), Map.of()),
                Admission.ALL);
        pending.add(event);
        return event;
    }

    /** The ids of the events that become due, by customer; a customer who comes twice fails. */
    private Map<String, List<String>> dueUpTo(long time) {
        pending.dueUpTo(time);
        var ids = new TreeMap<String, List<String>>();
        String last = "";
        while (!pending.due().isEmpty()) {
            Event event = pending.due().first().event();
            String customer = event.customer().value();
            if (!customer.equals(last)) {
                assertThat(ids).doesNotContainKey(customer);
                last = customer;
            }
            ids.computeIfAbsent(customer, it -> new ArrayList<>())
                    .add(event.id().value());
            pending.due().removeFirst();
        }
        return ids;
    }

    /** What is left in a block for each group, by the number of the group. */
    private Map<Integer, PendingEvents> snapshotAndRestore() throws Exception {
        var context = new StateSnapshotContextSynchronousImpl(
                1, 1, new MemCheckpointStreamFactory(1 << 20), KEY_GROUPS, new CloseableRegistry());
        pending.writeTo(context.getRawKeyedOperatorStateOutput(), KEY_GROUPS.getNumberOfKeyGroups());
        RunnableFuture<SnapshotResult<KeyedStateHandle>> future = context.getKeyedStateStreamFuture();
        future.run();
        var handle = (KeyGroupsStateHandle) future.get().getJobManagerOwnedSnapshot();
        var restored = new TreeMap<Integer, PendingEvents>();
        for (int group : KEY_GROUPS) {
            try (var stream = handle.openInputStream()) {
                stream.seek(handle.getOffsetForKeyGroup(group));
                var events = new PendingEvents(ReceivedEvent::key);
                events.readFrom(stream);
                restored.put(group, events);
            }
        }
        return restored;
    }
}
