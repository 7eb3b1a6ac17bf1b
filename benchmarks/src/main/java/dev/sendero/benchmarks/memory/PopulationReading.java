package dev.sendero.benchmarks.memory;

import dev.sendero.api.event.Event;
import dev.sendero.benchmarks.shop.Shop;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;

/**
 * A task's share of the events of the {@link Desk}'s population, by their numbers; after the last one the time that the
 * desk says.
 */
final class PopulationReading implements EndlessSource.Reading<ReceivedEvent> {

    private static final int BATCH = 64;
    private static final CompletableFuture<Void> AT_ONCE = CompletableFuture.completedFuture(null);

    /** As the engine's own source says what time it is. */
    private static final long NANOS_BETWEEN_WATERMARKS = 50_000_000;

    private final Desk desk = Desk.current();
    private final int step;
    private long next;
    private long newest = Long.MIN_VALUE;
    private long said = Long.MIN_VALUE;
    private long saidAt = System.nanoTime();

    PopulationReading(int task, int tasks) {
        next = task;
        step = tasks;
    }

    @Override
    public CompletableFuture<Void> emit(ReaderOutput<ReceivedEvent> output) {
        long events = desk.population().events();
        for (int i = 0; i < BATCH && next < events; i++) {
            Event event = desk.population().event().apply(next);
            long millis = event.timestamp().toEpochMilli();
            output.collect(ReceivedEvent.of(event, Admission.ALL), millis);
            newest = Math.max(newest, millis);
            next += step;
        }
        if (next >= events) {
            say(desk.time(), output);
            return desk.after(said);
        }
        long now = System.nanoTime();
        if (now - saidAt >= NANOS_BETWEEN_WATERMARKS) {
            saidAt = now;
            say(newest - Shop.DISORDER.toMillis(), output);
        }
        return AT_ONCE;
    }

    private void say(long millis, ReaderOutput<ReceivedEvent> output) {
        if (millis > said) {
            said = millis;
            output.emitWatermark(new Watermark(millis));
        }
    }
}
