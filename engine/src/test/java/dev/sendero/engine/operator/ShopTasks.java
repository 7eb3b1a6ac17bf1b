package dev.sendero.engine.operator;

import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Outbound;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.journey.JourneyChange;
import dev.sendero.engine.journey.JourneyCompiler;
import dev.sendero.engine.journey.JourneyRecord;
import dev.sendero.engine.outbox.OutboxRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** All tasks of the operator, with journeys as they are in files, restarted now and then with another number of tasks. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
final class ShopTasks implements AutoCloseable {

    private static final int MAX_PARALLELISM = OperatorHarness.MAX_PARALLELISM;

    private final List<JourneyRecord> topic = new ArrayList<>();
    private final List<String> outcome = new ArrayList<>();
    private final List<String> sent = new ArrayList<>();
    private List<KeyedTwoInputStreamOperatorTestHarness<String, ReceivedEvent, JourneyRecord, OutboxRecord>> tasks;
    private int lateFacts;

    /** @param published what is in the topic before the job starts */
    ShopTasks(List<JourneyPublication> published) throws Exception {
        published.forEach(this::append);
        tasks = List.of(task(1, 0));
        tasks.get(0).open();
    }

    private JourneyRecord append(JourneyPublication publication) {
        var record = new JourneyRecord(0, topic.size(), new JourneyChange.Published(publication));
        topic.add(record);
        return record;
    }

    private KeyedTwoInputStreamOperatorTestHarness<String, ReceivedEvent, JourneyRecord, OutboxRecord> task(
            int parallelism, int index) throws Exception {
        List<JourneyRecord> library = List.copyOf(topic);
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new JourneyOperator(() -> library, JourneyCompiler.BY_RULES, 0, Stretch.UNBROKEN),
                ReceivedEvent::key,
                null,
                BasicTypeInfo.STRING_TYPE_INFO,
                MAX_PARALLELISM,
                parallelism,
                index);
    }

    void publish(JourneyPublication publication) throws Exception {
        JourneyRecord record = append(publication);
        for (var task : tasks) {
            task.processElement2(new StreamRecord<>(record));
        }
    }

    void event(Event event) throws Exception {
        var received = ReceivedEvent.of(event, Admission.ALL);
        int task = KeyGroupRangeAssignment.assignKeyToParallelOperator(received.key(), MAX_PARALLELISM, tasks.size());
        tasks.get(task).processElement1(new StreamRecord<>(received, received.timestampMillis()));
    }

    void timeReaches(Instant time) throws Exception {
        for (var task : tasks) {
            task.processWatermark1(new Watermark(time.toEpochMilli()));
        }
    }

    /** Stops all tasks with a snapshot and starts others from it. */
    void restart(int parallelism) throws Exception {
        var parts = new ArrayList<OperatorSubtaskState>();
        for (var task : tasks) {
            parts.add(task.snapshot(1, 1));
        }
        var snapshot =
                KeyedTwoInputStreamOperatorTestHarness.repackageState(parts.toArray(OperatorSubtaskState[]::new));
        int before = tasks.size();
        close();
        var restarted = new ArrayList<
                KeyedTwoInputStreamOperatorTestHarness<String, ReceivedEvent, JourneyRecord, OutboxRecord>>();
        for (int index = 0; index < parallelism; index++) {
            var task = task(parallelism, index);
            task.initializeState(KeyedTwoInputStreamOperatorTestHarness.repartitionOperatorState(
                    snapshot, MAX_PARALLELISM, before, parallelism, index));
            task.open();
            restarted.add(task);
        }
        tasks = restarted;
    }

    /** All messages and facts about customers, sorted: after {@link #close}. */
    List<String> outcome() {
        return outcome.stream().sorted().toList();
    }

    /** The messages, each as {@code time customer step}, sorted: after {@link #close}. */
    List<String> sent() {
        return sent.stream().sorted().toList();
    }

    /** How many versions took effect too late. */
    int lateVersions() {
        return lateFacts;
    }

    /** Takes what the tasks have given out and stops them. */
    @Override
    public void close() throws Exception {
        for (var task : tasks) {
            for (OutboxRecord record : task.extractOutputValues()) {
                if (WireJson.read(record.value(), Outbound.class) instanceof Message message) {
                    outcome.add(message.at() + " " + message.customer() + " " + message.id());
                    sent.add(message.at() + " " + message.customer() + " " + message.step());
                }
            }
            var facts = task.getSideOutput(JourneyOperator.FACTS);
            if (facts != null) {
                for (StreamRecord<OutboxRecord> record : facts) {
                    take(WireJson.read(record.getValue().value(), Fact.class));
                }
            }
            task.close();
        }
    }

    private void take(Fact fact) {
        if (fact.type() != FactType.PUBLISHED) {
            outcome.add(fact.toString());
        } else if (fact.reason().endsWith("late")) {
            lateFacts++;
        }
    }
}
