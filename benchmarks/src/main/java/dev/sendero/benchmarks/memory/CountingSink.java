package dev.sendero.benchmarks.memory;

import dev.sendero.engine.outbox.OutboxRecord;
import java.io.Serializable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** Counts what arrives and drops it, and tells the {@link Desk} up to when all has arrived. */
final class CountingSink implements Sink<OutboxRecord> {

    /** Which number of the desk counts. */
    interface Choice extends Function<Desk, AtomicLong>, Serializable {}

    private final Choice choice;

    CountingSink(Choice choice) {
        this.choice = choice;
    }

    @Override
    public SinkWriter<OutboxRecord> createWriter(WriterInitContext context) {
        Desk desk = Desk.current();
        AtomicLong count = choice.apply(desk);
        int task = context.getTaskInfo().getIndexOfThisSubtask();
        return new SinkWriter<>() {
            @Override
            public void write(OutboxRecord record, Context about) {
                count.incrementAndGet();
            }

            @Override
            public void writeWatermark(Watermark watermark) {
                desk.reached(task, watermark.getTimestamp());
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
