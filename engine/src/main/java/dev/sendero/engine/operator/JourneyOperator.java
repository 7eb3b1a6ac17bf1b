package dev.sendero.engine.operator;

import dev.sendero.api.CustomerId;
import dev.sendero.core.Allocation;
import dev.sendero.core.CustomerState;
import dev.sendero.core.Decider;
import dev.sendero.core.JourneySet;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.journey.CompiledJourney;
import dev.sendero.engine.journey.JourneyCompiler;
import dev.sendero.engine.journey.JourneyLibrary;
import dev.sendero.engine.journey.JourneyRecord;
import dev.sendero.engine.journey.JourneyTransition;
import dev.sendero.engine.journey.LiveJourneys;
import dev.sendero.engine.metric.EngineCounters;
import dev.sendero.engine.metric.EngineMetric;
import dev.sendero.engine.outbox.OutboxRecord;
import dev.sendero.rules.project.Settings;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.runtime.state.KeyGroupStatePartitionStreamProvider;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Hosts the decisions for the customers of one task.
 *
 * <p>Events wait until the watermark has reached them and are then applied customer by customer, in order; then the
 * deadlines up to the watermark fire. Where a journey changes in between, the watermark is taken in two steps, up to
 * the change and on from it. The stream of journeys neither holds back nor pushes time: a stream without records would
 * stop every deadline, and one that has ended would fire them all.
 */
@SuppressWarnings("NullAway.Init") // Flink creates an operator first and opens it later.
public final class JourneyOperator extends AbstractStreamOperator<OutboxRecord>
        implements TwoInputStreamOperator<ReceivedEvent, JourneyRecord, OutboxRecord>,
                Triggerable<String, VoidNamespace> {

    /** Where facts go; messages are the main output. */
    public static final OutputTag<OutboxRecord> FACTS = new OutputTag<>("facts", OutboxRecord.TYPE);

    private static final ValueStateDescriptor<CustomerCell> CELL =
            new ValueStateDescriptor<>("customer", CustomerCellSerializer.INSTANCE);

    /** Before anything is published; nothing depends on it as there is no journey. */
    private static final Settings NO_SETTINGS =
            new Settings("", ZoneOffset.UTC, "USD", List.of(), Map.of(), Map.of(), List.of());

    private final JourneyLibrary library;
    private final JourneyCompiler compiler;

    private transient PendingEvents pending;
    private transient JourneyStateSnapshot shared;
    private transient ValueState<CustomerCell> cells;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient EngineCounters counters;
    private transient DecisionOutput decisions;
    private transient LiveJourneys journeys;
    private transient Decider decider;
    private transient long watermark;

    public JourneyOperator(JourneyLibrary library, JourneyCompiler compiler) {
        this.library = library;
        this.compiler = compiler;
    }

    @Override
    protected boolean isUsingCustomRawKeyedState() {
        return true;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        counters = new EngineCounters(getMetricGroup());
        journeys = new LiveJourneys(compiler, counters);
        pending = new PendingEvents();
        shared = new JourneyStateSnapshot(context.getOperatorStateStore());
        JourneyStateSnapshot.Content restored = shared.read();
        watermark = restored.watermark();
        journeys.restore(restored.inForce());
        for (KeyGroupStatePartitionStreamProvider block : context.getRawKeyedStateInputs()) {
            pending.readFrom(block.getStream());
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        decisions = new DecisionOutput(output, counters);
        cells = getPartitionedState(CELL);
        timers = getInternalTimerService("deadlines", VoidNamespaceSerializer.INSTANCE, this);
        journeys.readAll(library, watermark);
        decider = deciderNow();
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        pending.writeTo(
                context.getRawKeyedOperatorStateOutput(),
                getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks());
        if (isFirstTask()) {
            shared.write(new JourneyStateSnapshot.Content(
                    watermark, journeys.timeline().publicationsInForce()));
        } else {
            shared.writeNothing();
        }
    }

    private boolean isFirstTask() {
        return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    }

    /** No key is made current for an event that only waits. */
    @Override
    public boolean hasKeyContext1() {
        return false;
    }

    @Override
    public void processElement1(StreamRecord<ReceivedEvent> element) {
        ReceivedEvent event = element.getValue();
        if (event.timestampMillis() <= watermark) {
            counters.count(EngineMetric.LATE);
        }
        pending.add(event);
    }

    @Override
    public void processElement2(StreamRecord<JourneyRecord> element) {
        journeys.take(element.getValue(), watermark);
    }

    @Override
    public void processWatermark1(Watermark mark) throws Exception {
        processWatermark(mark);
    }

    @Override
    public void processWatermark2(Watermark mark) {
        // Time is told by events alone.
    }

    @Override
    protected void processWatermarkStatus(WatermarkStatus status, int index) throws Exception {
        if (index == 0) {
            processWatermarkStatus(status);
        }
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        OptionalLong change = journeys.timeline().nextChange();
        while (change.isPresent() && change.getAsLong() <= mark.getTimestamp()) {
            // Long.MIN_VALUE has nothing before it.
            decideUpTo(Math.max(change.getAsLong(), Long.MIN_VALUE + 1) - 1);
            change(journeys.timeline().takeNext());
            change = journeys.timeline().nextChange();
        }
        decideUpTo(mark.getTimestamp());
        output.emitWatermark(mark);
    }

    private void decideUpTo(long time) throws Exception {
        pending.dueUpTo(time);
        while (!pending.due().isEmpty()) {
            applyToOne(pending.due());
        }
        watermark = Math.max(watermark, time);
        timeServiceManager.advanceWatermark(new Watermark(time));
    }

    /** Applies the events of the first customer of those that are due. */
    private void applyToOne(DueEvents due) throws Exception {
        String customer = due.first().key();
        setCurrentKey(customer);
        CustomerCell cell = cells.value();
        if (cell == null) {
            cell = new CustomerCell(CustomerState.fresh(new CustomerId(customer)), CustomerCell.NO_TIMER);
        }
        do {
            ReceivedEvent event = due.first();
            due.removeFirst();
            decisions.emit(decider.apply(cell.state(), event.event(), event.admission()));
        } while (!due.isEmpty() && due.first().key().equals(customer));
        keep(cell);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        CustomerCell cell = cells.value();
        if (cell == null || cell.timer() != timer.getTimestamp()) {
            return;
        }
        decisions.emit(decider.advance(cell.state(), Instant.ofEpochMilli(timer.getTimestamp())));
        keep(new CustomerCell(cell.state(), CustomerCell.NO_TIMER));
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("timer: of processing time (expected: event time only)");
    }

    /**
     * One timer a customer: set earlier at once, and left alone when the next deadline is later than it, since it will
     * fire, find nothing to do and be set anew.
     */
    private void keep(CustomerCell cell) throws Exception {
        if (cell.state().isEmpty()) {
            deleteTimer(cell);
            cells.clear();
            return;
        }
        long next = millisOf(decider.nextDeadline(cell.state()));
        if (next < cell.timer()) {
            deleteTimer(cell);
            timers.registerEventTimeTimer(VoidNamespace.INSTANCE, next);
            cells.update(new CustomerCell(cell.state(), next));
        } else {
            cells.update(cell);
        }
    }

    private void deleteTimer(CustomerCell cell) {
        if (cell.timer() != CustomerCell.NO_TIMER) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, cell.timer());
        }
    }

    private static long millisOf(Instant deadline) {
        return deadline.equals(Instant.MAX) ? CustomerCell.NO_TIMER : deadline.toEpochMilli();
    }

    private void change(JourneyTransition transition) throws Exception {
        decider = deciderNow();
        if (isFirstTask()) {
            transition.facts().forEach(decisions::emit);
        }
        if (transition.concernsRuns()) {
            reconcileAll(transition);
        }
    }

    private void reconcileAll(JourneyTransition transition) throws Exception {
        Instant time = Instant.ofEpochMilli(transition.time());
        this.<String>getKeyedStateBackend()
                .applyToAllKeys(VoidNamespace.INSTANCE, VoidNamespaceSerializer.INSTANCE, CELL, (customer, state) -> {
                    CustomerCell cell = state.value();
                    if (cell != null) {
                        decisions.emit(decider.reconcile(cell.state(), time, transition.migrating()));
                        keep(cell);
                    }
                });
    }

    private Decider deciderNow() {
        List<CompiledJourney> current = journeys.timeline().current();
        List<CompiledJourney> draining = journeys.timeline().draining();
        Settings settings = Stream.concat(current.stream(), draining.stream())
                .max(Comparator.comparing(version -> version.publication().effectiveAt()))
                .map(CompiledJourney::settings)
                .orElse(NO_SETTINGS);
        return new Decider(JourneySet.of(settings, journeys.timeline().versionsInForce()), Allocation.BY_HASH);
    }
}
