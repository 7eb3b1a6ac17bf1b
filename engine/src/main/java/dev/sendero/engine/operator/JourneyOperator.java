package dev.sendero.engine.operator;

import dev.sendero.api.journey.DrainedShare;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.core.Allocation;
import dev.sendero.core.Decider;
import dev.sendero.core.JourneySet;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.journey.CompiledJourney;
import dev.sendero.engine.journey.JourneyCompiler;
import dev.sendero.engine.journey.JourneyLibrary;
import dev.sendero.engine.journey.JourneyRecord;
import dev.sendero.engine.journey.JourneyTransition;
import dev.sendero.engine.journey.LiveJourneys;
import dev.sendero.engine.journey.NewTraits;
import dev.sendero.engine.metric.EngineCounters;
import dev.sendero.engine.metric.EngineMetric;
import dev.sendero.engine.outbox.OutboxRecord;
import dev.sendero.rules.project.Settings;
import dev.sendero.rules.trait.TraitRule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.flink.runtime.state.KeyGroupRange;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;
import org.apache.flink.runtime.state.KeyGroupStatePartitionStreamProvider;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.VoidNamespaceSerializer;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.InternalTimer;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.operators.TwoInputStreamOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;
import org.apache.flink.streaming.runtime.watermarkstatus.WatermarkStatus;
import org.apache.flink.util.OutputTag;

/**
 * Hosts the decisions for the customers of one task: what comes in, what time it is, and what is in a snapshot.
 *
 * <p>Events wait until the watermark has reached them; {@link Advance} says what happens then. The stream of journeys
 * neither holds back nor pushes time: a stream without records would stop every deadline, and one that has ended would
 * fire them all.
 */
@SuppressWarnings("NullAway.Init") // Flink creates an operator first and opens it later.
public final class JourneyOperator extends AbstractStreamOperator<OutboxRecord>
        implements TwoInputStreamOperator<ReceivedEvent, JourneyRecord, OutboxRecord>,
                Triggerable<String, VoidNamespace>,
                Advance.Way {

    /** Where facts go; messages are the main output. */
    public static final OutputTag<OutboxRecord> FACTS = new OutputTag<>("facts", OutboxRecord.TYPE);

    /** Says which older versions nobody needs any more: for the topic of journeys. */
    public static final OutputTag<OutboxRecord> DRAINED = new OutputTag<>("drained", OutboxRecord.TYPE);

    private static final long CACHE_BYTES = 128L << 20;
    private static final Duration STRETCH = Duration.ofMillis(20);
    private static final Duration SHORTEST_STRETCH = Duration.ZERO;
    private static final Duration CENSUS_STRETCH = Duration.ofMillis(2);

    /** How long others have the thread between two stretches, in milliseconds; what they do not use is lost. */
    private static final int PAUSE_MILLIS = 1;

    /** How many events may come while earlier ones are decided; of later ones each waits for some that came before. */
    static final int CROWD = 200_000;

    private final JourneyLibrary library;
    private final JourneyCompiler compiler;
    private final long cacheBytes;
    private final Stretch stretch;
    private final Stretch crowdedStretch;

    private transient PendingEvents pending;
    private transient JourneyStateSnapshot shared;
    private transient JourneyStateSnapshot.Content restored;
    private transient EngineCounters counters;
    private transient LiveJourneys journeys;
    private transient JourneySet set;
    private transient CepDetectors detectors;
    private transient DecisionOutput decisions;
    private transient CustomerStates states;
    private transient CustomerDecisions customers;
    private transient Draining draining;
    private transient Advance advance;
    private transient boolean pausing;
    private transient int comeMeanwhile;

    public JourneyOperator(JourneyLibrary library, JourneyCompiler compiler) {
        this(library, compiler, CACHE_BYTES, new TimedStretch(STRETCH));
    }

    /**
     * @param cacheBytes how much memory of each task may hold customers as objects where they are kept in RocksDB, by
     *     an estimate; 0 for none
     */
    public JourneyOperator(JourneyLibrary library, JourneyCompiler compiler, long cacheBytes) {
        this(library, compiler, cacheBytes, new TimedStretch(STRETCH));
    }

    /** @param stretch how long it works at a time */
    JourneyOperator(JourneyLibrary library, JourneyCompiler compiler, long cacheBytes, Stretch stretch) {
        this.library = library;
        this.compiler = compiler;
        this.cacheBytes = cacheBytes;
        this.stretch = stretch;
        this.crowdedStretch = stretch == Stretch.UNBROKEN ? stretch : new TimedStretch(SHORTEST_STRETCH);
    }

    @Override
    protected boolean isUsingCustomRawKeyedState() {
        return true;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        counters = new EngineCounters(getMetricGroup());
        journeys = new LiveJourneys(compiler, counters);
        set = JourneySet.of(Settings.DEFAULT, List.of());
        detectors = CepDetectors.asChosen();
        pending = new PendingEvents(ReceivedEvent::key);
        shared = new JourneyStateSnapshot(context.getOperatorStateStore());
        restored = shared.read();
        advance = new Advance(this, restored.watermark());
        journeys.restore(restored.versions());
        for (KeyGroupStatePartitionStreamProvider block : context.getRawKeyedStateInputs()) {
            pending.readFrom(block.getStream());
        }
    }

    @Override
    public void open() throws Exception {
        super.open();
        decisions = new DecisionOutput(output, counters);
        states = statesIn(getKeyedStateBackend());
        var timers = new DeadlineTimers(getInternalTimerService("deadlines", VoidNamespaceSerializer.INSTANCE, this));
        journeys.readAll(library, advance.now());
        customers = new CustomerDecisions(states, timers, decisions, inputsNow());
        draining = new Draining(states, stretch == Stretch.UNBROKEN ? stretch : new TimedStretch(CENSUS_STRETCH));
        RunChange unreconciled = restored.unreconciled();
        if (unreconciled != null) {
            customers.beginSweep(unreconciled, keyGroups());
        }
    }

    /** The heap holds objects anyway. */
    private CustomerStates statesIn(KeyedStateBackend<String> backend) throws Exception {
        var stored = new StoredCustomerStates(backend);
        boolean onHeap = StoredCustomerStates.isOnHeap(backend);
        return onHeap || cacheBytes == 0 ? stored : new CachedCustomerStates(stored, cacheBytes);
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        states.flush();
        pending.writeTo(context.getRawKeyedOperatorStateOutput(), keyGroups());
        if (isFirstTask() || advance.isUnderWay()) {
            shared.write(JourneyStateSnapshot.Content.of(advance.now(), journeys.inForce(), customers.unreconciled()));
        } else {
            shared.writeNothing();
        }
    }

    private boolean isFirstTask() {
        return getRuntimeContext().getTaskInfo().getIndexOfThisSubtask() == 0;
    }

    private int keyGroups() {
        return getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks();
    }

    /** No key is made current for an event that only waits. */
    @Override
    public boolean hasKeyContext1() {
        return false;
    }

    @Override
    public void processElement1(StreamRecord<ReceivedEvent> element) throws Exception {
        ReceivedEvent event = element.getValue();
        if (event.timestampMillis() <= advance.now()) {
            counters.count(EngineMetric.LATE);
        }
        pending.add(event);
        comeMeanwhile = advance.isUnderWay() ? comeMeanwhile + 1 : 0;
        if (comeMeanwhile > CROWD) {
            workForOneMore();
        }
    }

    /**
     * In a backlog, input comes faster than it can be decided. What cannot be taken has to wait in its topic, not in
     * memory and in every snapshot. A short stretch for each event lets checkpoints through all the same.
     */
    private void workForOneMore() throws Exception {
        crowdedStretch.begin();
        advance.goOn(crowdedStretch);
    }

    @Override
    public void processElement2(StreamRecord<JourneyRecord> element) {
        journeys.take(element.getValue(), advance.now());
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
        advance.to(mark.getTimestamp());
        if (!pausing) {
            work();
        }
    }

    private void work() throws Exception {
        stretch.begin();
        advance.goOn(stretch);
        if (advance.isUnderWay()) {
            pause();
        } else {
            draining.goOn(advance.now(), journeys.timeline(), customers.inputs().decider())
                    .forEach(this::sayDrained);
        }
    }

    private void sayDrained(JourneyPublication version) {
        int tasks = getRuntimeContext().getTaskInfo().getNumberOfParallelSubtasks();
        int task = getRuntimeContext().getTaskInfo().getIndexOfThisSubtask();
        KeyGroupRange mine = KeyGroupRangeAssignment.computeKeyGroupRangeForOperatorIndex(keyGroups(), tasks, task);
        var share = DrainedShare.of(version, mine.getStartKeyGroup(), mine.getEndKeyGroup(), keyGroups());
        output.collect(DRAINED, new StreamRecord<>(OutboxRecord.of(share)));
    }

    private void pause() {
        pausing = true;
        ProcessingTimeService clock = getProcessingTimeService();
        var unused = clock.registerTimer(clock.getCurrentProcessingTime() + PAUSE_MILLIS, time -> {
            pausing = false;
            work();
        });
    }

    @Override
    public void finish() throws Exception {
        advance.goOn(Stretch.UNBROKEN);
        super.finish();
    }

    @Override
    public void close() throws Exception {
        if (customers != null) {
            customers.stopSweeping();
        }
        if (draining != null) {
            draining.stop();
        }
        if (journeys != null) {
            journeys.close();
        }
        super.close();
    }

    @Override
    public OptionalLong nextChange() {
        return journeys.timeline().nextChange();
    }

    @Override
    public void change() throws Exception {
        boolean running = !journeys.timeline().versionsInForce().isEmpty();
        Map<String, TraitRule> traits = set.traitRules();
        JourneyTransition transition = journeys.timeline().takeNext();
        customers.decideBy(inputsNow());
        // What all tasks do alike, one of them says; that it was too late for a version, each says for itself.
        (isFirstTask() ? transition.facts() : transition.factsOfLate()).forEach(decisions::emit);
        if (running && isFirstTask()) {
            NewTraits.facts(traits, set.traitRules(), transition).forEach(decisions::emit);
        }
        if (transition.concernsRuns()) {
            customers.beginSweep(RunChange.of(transition), keyGroups());
        }
    }

    @Override
    public void takeEvents(long time) {
        pending.dueUpTo(time);
    }

    @Override
    public boolean applyEvents(Stretch current) throws Exception {
        DueEvents due = pending.due();
        while (!due.isEmpty()) {
            customers.applyToFirst(due, current);
            if (current.isOver()) {
                break;
            }
        }
        return due.isEmpty();
    }

    @Override
    public boolean fireDeadlines(long time, Stretch current) throws Exception {
        return timeServiceManager.tryAdvanceWatermark(new Watermark(time), current::isOver);
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        customers.fireDeadline(timer.getKey(), timer.getTimestamp());
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("timer: of processing time (expected: event time only)");
    }

    @Override
    public boolean isSweeping() {
        return customers.isSweeping();
    }

    @Override
    public boolean sweep(Stretch current) throws Exception {
        return customers.goOnSweeping(current);
    }

    @Override
    public void passed(long time) {
        output.emitWatermark(new Watermark(time));
    }

    private Inputs inputsNow() {
        Settings settings =
                journeys.timeline().newest().map(CompiledJourney::settings).orElse(Settings.DEFAULT);
        set = set.with(settings, journeys.timeline().versionsInForce(), detectors);
        return new Inputs(new Decider(set, Allocation.BY_HASH), set.eventFields());
    }
}
