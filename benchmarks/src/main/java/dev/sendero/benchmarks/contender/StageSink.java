package dev.sendero.benchmarks.contender;

import java.io.Serializable;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** The end of a job on the {@link Stage}: keeps or drops what arrives, and says up to when all has arrived. */
final class StageSink<T> implements Sink<T> {

    /** What becomes of a record. */
    @FunctionalInterface
    interface Keeping<T> extends Serializable {
        void take(Stage stage, T record);
    }

    private final Keeping<T> keeping;

    private StageSink(Keeping<T> keeping) {
        this.keeping = keeping;
    }

    static <T> StageSink<T> keeping(Keeping<T> keeping) {
        return new StageSink<>(keeping);
    }

    static <T> StageSink<T> dropping() {
        return new StageSink<>((stage, record) -> {});
    }

    @Override
    public SinkWriter<T> createWriter(WriterInitContext context) {
        Stage stage = Stage.current();
        return new SinkWriter<>() {
            @Override
            public void write(T record, Context about) {
                keeping.take(stage, record);
            }

            @Override
            public void writeWatermark(Watermark watermark) {
                stage.reached(watermark.getTimestamp());
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
