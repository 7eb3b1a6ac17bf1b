package dev.sendero.benchmarks.memory;

import java.io.Serializable;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SourceSplit;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.jspecify.annotations.Nullable;

/** A source that never ends and cannot be restored: a run that fails is over. Each task reads by itself. */
final class EndlessSource<T> implements Source<T, EndlessSource.NoSplit, Boolean> {

    /** Tasks know their share by their own number. */
    enum NoSplit implements SourceSplit {
        NONE;

        @Override
        public String splitId() {
            return "none";
        }
    }

    /** What one task reads. */
    interface Reading<T> {

        /** Emits a few records, or a watermark; returns when there may be more. */
        CompletableFuture<Void> emit(ReaderOutput<T> output);
    }

    /** Begins to read where it is read. */
    @FunctionalInterface
    interface Readings<T> extends Serializable {

        /** @param task its number, from 0, among as many tasks */
        Reading<T> open(int task, int tasks);
    }

    private final Readings<T> readings;

    EndlessSource(Readings<T> readings) {
        this.readings = readings;
    }

    /** Nothing, for ever. */
    static <T> EndlessSource<T> silent() {
        return new EndlessSource<>((task, tasks) -> output -> new CompletableFuture<>());
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<T, NoSplit> createReader(SourceReaderContext context) {
        return new Reader<>(readings.open(context.getIndexOfSubtask(), context.currentParallelism()));
    }

    @Override
    public SplitEnumerator<NoSplit, Boolean> createEnumerator(SplitEnumeratorContext<NoSplit> context) {
        return new Enumerator();
    }

    @Override
    public SplitEnumerator<NoSplit, Boolean> restoreEnumerator(
            SplitEnumeratorContext<NoSplit> context, Boolean nothing) {
        return new Enumerator();
    }

    @Override
    public SimpleVersionedSerializer<NoSplit> getSplitSerializer() {
        return new Constant<>(NoSplit.NONE);
    }

    @Override
    public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
        return new Constant<>(true);
    }

    /** Of a type with one value. */
    private record Constant<V>(V value) implements SimpleVersionedSerializer<V> {

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(V written) {
            return new byte[0];
        }

        @Override
        public V deserialize(int version, byte[] serialized) {
            return value;
        }
    }

    private static final class Enumerator implements SplitEnumerator<NoSplit, Boolean> {

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public void addSplitsBack(List<NoSplit> splits, int subtask) {}

        @Override
        public void addReader(int subtask) {}

        @Override
        public Boolean snapshotState(long checkpoint) {
            return true;
        }

        @Override
        public void close() {}
    }

    private static final class Reader<T> implements SourceReader<T, NoSplit> {

        private final Reading<T> reading;
        private CompletableFuture<Void> more = CompletableFuture.completedFuture(null);

        private Reader(Reading<T> reading) {
            this.reading = reading;
        }

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) {
            more = reading.emit(output);
            return more.isDone() ? InputStatus.MORE_AVAILABLE : InputStatus.NOTHING_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return more;
        }

        @Override
        public List<NoSplit> snapshotState(long checkpoint) {
            return List.of();
        }

        @Override
        public void addSplits(List<NoSplit> splits) {}

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }
}
