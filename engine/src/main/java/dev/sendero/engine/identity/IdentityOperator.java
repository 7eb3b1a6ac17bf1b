package dev.sendero.engine.identity;

import dev.sendero.core.identity.Identity;
import dev.sendero.core.identity.IdentityBounds;
import dev.sendero.core.identity.Visitor;
import dev.sendero.core.state.Deadline;
import dev.sendero.engine.event.Linkage;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.metric.EngineCounters;
import dev.sendero.engine.metric.EngineMetric;
import dev.sendero.engine.operator.DueEvents;
import dev.sendero.engine.operator.PendingEvents;
import java.util.Iterator;
import java.util.List;
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
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.api.operators.Triggerable;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.jspecify.annotations.Nullable;

/**
 * Puts the events of anonymous ids under their customers, keyed by the anonymous id.
 *
 * <p>Events wait until the watermark has reached them and go on, device by device, in their order and before that
 * watermark does. So whoever comes next has a login and all that the device did before and after it in its own buffer
 * when its time comes, and sorts them by event time: the two partitionings cannot race.
 *
 * <p>Who is erased is looked for among all anonymous ids of the task; see {@link EventsForDevices}.
 */
@SuppressWarnings("NullAway.Init") // Flink creates an operator first and opens it later.
public final class IdentityOperator extends AbstractStreamOperator<ReceivedEvent>
        implements OneInputStreamOperator<ReceivedEvent, ReceivedEvent>, Triggerable<String, VoidNamespace> {

    private static final ValueStateDescriptor<VisitorCell> CELL =
            new ValueStateDescriptor<>("visitor", VisitorCellSerializer.INSTANCE);

    private static final long NO_ERASURE = Long.MIN_VALUE;

    private final IdentityBounds bounds;

    private transient PendingEvents pending;
    private transient ValueState<VisitorCell> cells;
    private transient InternalTimerService<VoidNamespace> timers;
    private transient EngineCounters counters;
    private transient Identity<ReceivedEvent> identity;
    private transient DueErasures erasures;

    /** The time of the last erasure that waits. */
    private transient long lastErasure;

    public IdentityOperator(IdentityBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    protected boolean isUsingCustomRawKeyedState() {
        return true;
    }

    @Override
    public void initializeState(StateInitializationContext context) throws Exception {
        pending = new PendingEvents(ReceivedEvent::anonymousId);
        for (KeyGroupStatePartitionStreamProvider block : context.getRawKeyedStateInputs()) {
            pending.readFrom(block.getStream());
        }
        lastErasure = pending.latest(ReceivedEvent::isErasure, NO_ERASURE);
    }

    @Override
    public void open() throws Exception {
        super.open();
        counters = new EngineCounters(getMetricGroup());
        cells = getPartitionedState(CELL);
        timers = getInternalTimerService("forgetting", VoidNamespaceSerializer.INSTANCE, this);
        erasures = new DueErasures();
        identity = new Identity<>(bounds, bite -> counters.count(metricOf(bite)));
    }

    private static EngineMetric metricOf(IdentityBounds.Bite bite) {
        return switch (bite) {
            case HISTORY -> EngineMetric.HISTORY_LEFT_OUT;
            case LINKS -> EngineMetric.SHARED;
        };
    }

    @Override
    public void snapshotState(StateSnapshotContext context) throws Exception {
        super.snapshotState(context);
        pending.writeTo(
                context.getRawKeyedOperatorStateOutput(),
                getRuntimeContext().getTaskInfo().getMaxNumberOfParallelSubtasks());
    }

    /** No key is made current for an event that only waits. */
    @Override
    public boolean hasKeyContext1() {
        return false;
    }

    @Override
    public void processElement(StreamRecord<ReceivedEvent> element) {
        ReceivedEvent event = element.getValue();
        if (event.isErasure()) {
            lastErasure = Math.max(lastErasure, event.timestampMillis());
        }
        pending.add(event);
    }

    @Override
    public void processWatermark(Watermark mark) throws Exception {
        pending.dueUpTo(mark.getTimestamp());
        takeErasures(mark.getTimestamp());
        while (!pending.due().isEmpty()) {
            recogniseOne(pending.due());
        }
        if (!erasures.isEmpty()) {
            eraseOthers();
        }
        super.processWatermark(mark);
    }

    /** There are hardly ever any, and to look at every event would cost. */
    private void takeErasures(long time) {
        erasures.clear();
        if (lastErasure != NO_ERASURE) {
            erasures.take(pending.due());
            lastErasure = lastErasure <= time ? NO_ERASURE : lastErasure;
        }
    }

    /** Sends on the events of the first anonymous id of those that are due. */
    private void recogniseOne(DueEvents due) throws Exception {
        String anonymousId = due.first().anonymousId();
        setCurrentKey(anonymousId);
        VisitorCell cell = cells.value();
        do {
            ReceivedEvent event = due.first();
            due.removeFirst();
            if (!event.isErasure()) {
                cell = current(anonymousId, cell, event);
                sendOn(Recognised.of(identity, cell.visitor(), event));
            }
        } while (due.isFirst(anonymousId));
        if (cell != null) {
            keep(cell);
        }
    }

    /** What is kept of an anonymous id when an event comes: nothing, where somebody has been erased in between. */
    private VisitorCell current(String anonymousId, @Nullable VisitorCell cell, ReceivedEvent event) throws Exception {
        if (cell != null && !erasures.isEmpty()) {
            ReceivedEvent erasure = erasures.of(anonymousId, cell.visitor());
            if (erasure != null && erasure.timestampMillis() < event.timestampMillis()) {
                erase(anonymousId, cell, erasure);
                cell = null;
            }
        }
        return cell == null ? new VisitorCell(Visitor.unknown(), VisitorCell.NO_TIMER) : cell;
    }

    /** One look at every anonymous id of the task, for all who are to be erased by now. */
    private void eraseOthers() throws Exception {
        // On the heap the keys of one group are taken together, so that what follows does not disturb it.
        try (Stream<String> keys =
                this.<String>getKeyedStateBackend().getKeys(CELL.getName(), VoidNamespace.INSTANCE)) {
            Iterator<String> anonymousIds = keys.iterator();
            while (anonymousIds.hasNext()) {
                String anonymousId = anonymousIds.next();
                setCurrentKey(anonymousId);
                VisitorCell cell = cells.value();
                ReceivedEvent erasure = cell == null ? null : erasures.of(anonymousId, cell.visitor());
                if (cell != null && erasure != null) {
                    erase(anonymousId, cell, erasure);
                }
            }
        }
    }

    private void erase(String anonymousId, VisitorCell cell, ReceivedEvent erasure) {
        DueErasures.follows(erasure, anonymousId, cell.visitor()).ifPresent(this::emit);
        if (cell.timer() != VisitorCell.NO_TIMER) {
            timers.deleteEventTimeTimer(VoidNamespace.INSTANCE, cell.timer());
        }
        cells.clear();
    }

    private void sendOn(List<ReceivedEvent> events) {
        if (events.get(0).linkage() instanceof Linkage.Departure) {
            counters.count(EngineMetric.LINKED);
        }
        events.forEach(this::emit);
    }

    private void emit(ReceivedEvent event) {
        output.collect(new StreamRecord<>(event, event.timestampMillis()));
    }

    /** One timer an anonymous id, which is moved when it fires too early. */
    private void keep(VisitorCell cell) throws Exception {
        boolean changed = cell.visitor().takeChange();
        if (cell.timer() == VisitorCell.NO_TIMER) {
            setTimer(cell);
        } else if (changed) {
            cells.update(cell);
        }
    }

    private void setTimer(VisitorCell cell) throws Exception {
        long time = identity.forgettableAt(cell.visitor());
        if (time == Deadline.NEVER) {
            cells.update(cell);
            return;
        }
        timers.registerEventTimeTimer(VoidNamespace.INSTANCE, time);
        cells.update(new VisitorCell(cell.visitor(), time));
    }

    @Override
    public void onEventTime(InternalTimer<String, VoidNamespace> timer) throws Exception {
        VisitorCell cell = cells.value();
        if (cell == null || cell.timer() != timer.getTimestamp()) {
            return;
        }
        if (identity.forgettableAt(cell.visitor()) <= timer.getTimestamp()) {
            cells.clear();
        } else {
            setTimer(cell);
        }
    }

    @Override
    public void onProcessingTime(InternalTimer<String, VoidNamespace> timer) {
        throw new IllegalStateException("timer: of processing time (expected: event time only)");
    }
}
