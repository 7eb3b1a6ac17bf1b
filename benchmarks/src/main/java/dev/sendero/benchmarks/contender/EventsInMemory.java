package dev.sendero.benchmarks.contender;

import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.event.TimeBounds;
import dev.sendero.engine.journey.JourneyRecord;
import java.util.List;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Sources that read what is on the {@link Stage}. */
final class EventsInMemory {

    /** As the engine's own source says what time it is. */
    private static final long NANOS_BETWEEN_WATERMARKS = 50_000_000;

    private static final long DISORDER = TimeBounds.DEFAULT.disorder().toMillis() + 1;

    private EventsInMemory() {}

    /** The events with the time that they tell. */
    static DataStream<ReceivedEvent> events(StreamExecutionEnvironment environment) {
        return environment.fromSource(
                new MemorySource<>(EventFeed::new), WatermarkStrategy.noWatermarks(), "events", ReceivedEvent.TYPE);
    }

    /** Nothing, for ever: all journeys are there before the job begins. */
    static DataStream<JourneyRecord> journeys(StreamExecutionEnvironment environment) {
        return environment.fromSource(
                new MemorySource<>(() -> (index, output) -> false),
                WatermarkStrategy.noWatermarks(),
                "journeys",
                JourneyRecord.TYPE);
    }

    private static final class EventFeed implements MemorySource.Feed<ReceivedEvent> {

        private final Stage stage = Stage.current();
        private final List<ReceivedEvent> events = stage.events();
        private final long hundredth = Math.max(1, events.size() / 100);
        private long newest = Long.MIN_VALUE;
        private long said = System.nanoTime();

        @Override
        public boolean emit(long index, ReaderOutput<ReceivedEvent> output) {
            if (index >= events.size()) {
                output.emitWatermark(new Watermark(stage.end()));
                return false;
            }
            ReceivedEvent event = events.get((int) index);
            long millis = event.timestampMillis();
            newest = Math.max(newest, millis);
            output.collect(event, millis);
            if (index % hundredth == 0 || isTime(index)) {
                output.emitWatermark(new Watermark(newest - DISORDER));
            }
            return true;
        }

        private boolean isTime(long index) {
            if (index % MemorySource.BATCH != 0) {
                return false;
            }
            long now = System.nanoTime();
            if (now - said < NANOS_BETWEEN_WATERMARKS) {
                return false;
            }
            said = now;
            return true;
        }
    }
}
