package dev.sendero.engine.operator;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.journey.DrainedShare;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Outbound;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.journey.JourneyChange;
import dev.sendero.engine.journey.JourneyInForce;
import dev.sendero.engine.journey.JourneyRecord;
import dev.sendero.engine.journey.PublishedJourney;
import dev.sendero.engine.outbox.OutboxRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.runtime.checkpoint.SavepointType;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.runtime.state.storage.JobManagerCheckpointStorage;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFinalizer;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;

/** One task of the operator in Flink's harness, with words for what tests do to it. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
final class OperatorHarness implements AutoCloseable {

    static final int MAX_PARALLELISM = 16;

    private static final int MAX_SNAPSHOT_BYTES = 256 << 20;

    private final KeyedTwoInputStreamOperatorTestHarness<String, ReceivedEvent, JourneyRecord, OutboxRecord> harness;
    private final int parallelism;
    private final int index;
    private long nextOffset;

    private OperatorHarness(TaskSetup setup, int parallelism, int index, PublishedJourney... journeys)
            throws Exception {
        this.parallelism = parallelism;
        this.index = index;
        var library = new ArrayList<JourneyRecord>();
        for (PublishedJourney journey : journeys) {
            library.add(record(new JourneyChange.Published(journey.publication())));
        }
        harness = new KeyedTwoInputStreamOperatorTestHarness<>(
                new JourneyOperator(() -> library, PublishedJourney.COMPILER, setup.cacheBytes(), setup.stretch()),
                ReceivedEvent::key,
                null,
                BasicTypeInfo.STRING_TYPE_INFO,
                MAX_PARALLELISM,
                parallelism,
                index);
        harness.setStateBackend(setup.backend());
        harness.setCheckpointStorage(new JobManagerCheckpointStorage(MAX_SNAPSHOT_BYTES));
    }

    /** A fresh task that finds these journeys in the topic. */
    static OperatorHarness started(PublishedJourney... journeys) throws Exception {
        return started(TaskSetup.ON_THE_HEAP, journeys);
    }

    static OperatorHarness started(TaskSetup setup, PublishedJourney... journeys) throws Exception {
        var started = new OperatorHarness(setup, 1, 0, journeys);
        started.harness.open();
        return started;
    }

    /** One task of several, restored from what tasks of another number have left. */
    static OperatorHarness restored(
            OperatorSubtaskState snapshot, int oldParallelism, int parallelism, int index, PublishedJourney... journeys)
            throws Exception {
        return restored(TaskSetup.ON_THE_HEAP, snapshot, oldParallelism, parallelism, index, journeys);
    }

    static OperatorHarness restored(
            TaskSetup setup,
            OperatorSubtaskState snapshot,
            int oldParallelism,
            int parallelism,
            int index,
            PublishedJourney... journeys)
            throws Exception {
        var restored = new OperatorHarness(setup, parallelism, index, journeys);
        restored.harness.initializeState(KeyedTwoInputStreamOperatorTestHarness.repartitionOperatorState(
                snapshot, MAX_PARALLELISM, oldParallelism, parallelism, index));
        restored.harness.open();
        return restored;
    }

    KeyedTwoInputStreamOperatorTestHarness<String, ReceivedEvent, JourneyRecord, OutboxRecord> flink() {
        return harness;
    }

    private JourneyRecord record(JourneyChange change) {
        return new JourneyRecord(0, nextOffset++, change);
    }

    void event(String customer, String name, Instant at) throws Exception {
        event(customer, name, at, customer + "-" + name + "-" + at);
    }

    void event(String customer, String name, Instant at, String id) throws Exception {
        var event = Event.track(new EventId(id), name, new CustomerId(customer), at, Map.of());
        harness.processElement1(new StreamRecord<>(ReceivedEvent.of(event, Admission.ALL), at.toEpochMilli()));
    }

    void erase(String customer, Instant at) throws Exception {
        var erasure = ErasureEvents.of(new EventId("request"), new CustomerId(customer), at, Erasure.Why.ASKED);
        take(ReceivedEvent.of(erasure, Admission.ALL));
    }

    void take(ReceivedEvent event) throws Exception {
        harness.processElement1(new StreamRecord<>(event, event.timestampMillis()));
    }

    void publish(PublishedJourney journey) throws Exception {
        harness.processElement2(new StreamRecord<>(record(new JourneyChange.Published(journey.publication()))));
    }

    void remove(PublishedJourney journey) throws Exception {
        harness.processElement2(new StreamRecord<>(record(new JourneyChange.Removed(journey.key()))));
    }

    void timeReaches(Instant time) throws Exception {
        harness.processWatermark1(new Watermark(time.toEpochMilli()));
    }

    /** Lets a task that works in stretches do one more; returns whether there was one to do. */
    boolean workOn() throws Exception {
        TestProcessingTimeService clock = harness.getProcessingTimeService();
        if (clock.getNumActiveTimers() == 0) {
            return false;
        }
        harness.setProcessingTime(clock.getCurrentProcessingTime() + 1);
        return true;
    }

    OperatorSubtaskState snapshot(long checkpoint) throws Exception {
        return harness.snapshot(checkpoint, checkpoint);
    }

    /** In the format that every backend reads. */
    OperatorSubtaskState savepoint(long checkpoint) throws Exception {
        return harness.snapshotWithLocalState(
                        checkpoint, checkpoint, SavepointType.savepoint(SavepointFormatType.CANONICAL))
                .getJobManagerOwnedState();
    }

    /** Only the part of a snapshot that holds up the task. */
    OperatorSnapshotFutures beginSnapshot(long checkpoint) throws Exception {
        return harness.getOperator()
                .snapshotState(
                        checkpoint,
                        checkpoint,
                        CheckpointOptions.forCheckpointWithDefaultLocation(),
                        new MemCheckpointStreamFactory(1 << 20));
    }

    static OperatorSubtaskState finish(OperatorSnapshotFutures underWay) throws Exception {
        return OperatorSnapshotFinalizer.create(underWay).getJobManagerOwnedState();
    }

    /** The messages since the last call, as {@code customer@time}, sorted. */
    List<String> messages() throws MalformedJson {
        var messages = new ArrayList<String>();
        for (OutboxRecord record : harness.extractOutputValues()) {
            if (WireJson.read(record.value(), Outbound.class) instanceof Message message) {
                messages.add(message.customer() + "@" + message.at());
            }
        }
        harness.getOutput().clear();
        messages.sort(null);
        return messages;
    }

    /** All that was sent on since the last call, in its order. */
    List<Outbound> outbound() throws MalformedJson {
        var sent = new ArrayList<Outbound>();
        for (OutboxRecord record : harness.extractOutputValues()) {
            sent.add(WireJson.read(record.value(), Outbound.class));
        }
        harness.getOutput().clear();
        return sent;
    }

    /** All facts so far. */
    List<Fact> facts() throws MalformedJson {
        var facts = new ArrayList<Fact>();
        var records = harness.getSideOutput(JourneyOperator.FACTS);
        if (records != null) {
            for (StreamRecord<OutboxRecord> record : records) {
                facts.add(WireJson.read(record.getValue().value(), Fact.class));
            }
        }
        return facts;
    }

    /** The older versions that nobody of this task needs, as it has said so far. */
    List<DrainedShare> drained() throws MalformedJson {
        var shares = new ArrayList<DrainedShare>();
        var records = harness.getSideOutput(JourneyOperator.DRAINED);
        if (records != null) {
            for (StreamRecord<OutboxRecord> record : records) {
                shares.add(WireJson.read(record.getValue().value(), DrainedShare.class));
            }
        }
        return shares;
    }

    /** Of whom the state backend has anything. */
    List<String> keysInState() {
        KeyedStateBackend<String> backend = operator().getKeyedStateBackend();
        try (Stream<String> keys = backend.getKeys("customer", VoidNamespace.INSTANCE)) {
            return keys.sorted().toList();
        }
    }

    /** The versions in the shared part of the snapshot that the task was restored from. */
    List<JourneyInForce> journeysInSnapshot() throws Exception {
        return new JourneyStateSnapshot(operator().getOperatorStateBackend())
                .read()
                .versions();
    }

    private AbstractStreamOperator<?> operator() {
        return (AbstractStreamOperator<?>) harness.getOperator();
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    int customersKept() {
        return harness.numKeyedStateEntries();
    }

    int parallelism() {
        return parallelism;
    }

    int index() {
        return index;
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
