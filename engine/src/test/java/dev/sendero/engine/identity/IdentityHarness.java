package dev.sendero.engine.identity;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.message.Erasure;
import dev.sendero.core.Admission;
import dev.sendero.core.identity.IdentityBounds;
import dev.sendero.engine.event.Linkage;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.AbstractStreamOperatorTestHarness;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;

/** One task of the identity step in Flink's harness. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
public final class IdentityHarness implements AutoCloseable {

    private static final int MAX_PARALLELISM = 16;

    private final KeyedOneInputStreamOperatorTestHarness<String, ReceivedEvent, ReceivedEvent> harness;

    private IdentityHarness(IdentityBounds bounds, int parallelism, int index) throws Exception {
        harness = new KeyedOneInputStreamOperatorTestHarness<>(
                new IdentityOperator(bounds),
                ReceivedEvent::anonymousId,
                BasicTypeInfo.STRING_TYPE_INFO,
                MAX_PARALLELISM,
                parallelism,
                index);
    }

    public static IdentityHarness started(IdentityBounds bounds) throws Exception {
        var started = new IdentityHarness(bounds, 1, 0);
        started.harness.open();
        return started;
    }

    static IdentityHarness restored(OperatorSubtaskState snapshot, int oldParallelism, int parallelism, int index)
            throws Exception {
        var restored = new IdentityHarness(IdentityBounds.DEFAULT, parallelism, index);
        restored.harness.initializeState(AbstractStreamOperatorTestHarness.repartitionOperatorState(
                snapshot, MAX_PARALLELISM, oldParallelism, parallelism, index));
        restored.harness.open();
        return restored;
    }

    /** @param user empty when nobody has logged in */
    void event(String device, String user, Instant at) throws Exception {
        String customer = user.isEmpty() ? device : user;
        take(ReceivedEvent.of(
                Event.track(new EventId(device + "-" + at), "E", new CustomerId(customer), at, Map.of())
                        .from(device),
                Admission.ALL));
    }

    /** As the step before sends it on: one for each group of keys. */
    void erase(String id, Instant at) throws Exception {
        var erasure = ReceivedEvent.of(
                ErasureEvents.of(new EventId("request"), new CustomerId(id), at, Erasure.Why.ASKED), Admission.ALL);
        for (String key : EventsForDevices.oneOfEachGroup(MAX_PARALLELISM)) {
            take(erasure.from(key));
        }
    }

    int timers() {
        return harness.numEventTimeTimers();
    }

    public void take(ReceivedEvent event) throws Exception {
        harness.processElement(new StreamRecord<>(event, event.timestampMillis()));
    }

    public void timeReaches(Instant time) throws Exception {
        harness.processWatermark(new Watermark(time.toEpochMilli()));
    }

    OperatorSubtaskState snapshot() throws Exception {
        return harness.snapshot(1, 1);
    }

    int kept() {
        return harness.numKeyedStateEntries();
    }

    /** What was sent on since the last call, watermarks among it, in its order. */
    public List<Object> output() {
        var output = new ArrayList<Object>();
        for (Object element : harness.getOutput()) {
            output.add(element instanceof StreamRecord<?> sent ? sent.getValue() : element);
        }
        harness.getOutput().clear();
        return output;
    }

    /**
     * The events since the last call, each as {@code customer@10:00:00} and what it says about a login; in the order of
     * customers, as that of devices means nothing.
     */
    List<String> events() {
        return output().stream()
                .filter(ReceivedEvent.class::isInstance)
                .map(event -> line((ReceivedEvent) event))
                .sorted()
                .toList();
    }

    private static String line(ReceivedEvent event) {
        String line = event.key() + "@" + clock(event.event().timestamp());
        if (event.isErasure()) {
            return line + " erased: " + ErasureEvents.whyOf(event.event()).wireName();
        }
        if (event.linkage() instanceof Linkage.Login login) {
            return line + " logs in after "
                    + login.history().stream().map(IdentityHarness::line).toList();
        }
        return event.linkage() instanceof Linkage.Departure ? line + " departs" : line;
    }

    private static String clock(Instant time) {
        return time.toString().substring(11, 19);
    }

    @Override
    public void close() throws Exception {
        harness.close();
    }
}
