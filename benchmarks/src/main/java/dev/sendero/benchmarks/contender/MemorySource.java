package dev.sendero.benchmarks.contender;

import java.io.Serializable;
import java.nio.ByteBuffer;
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

/**
 * A source for one task that never ends, so that time stays where the feed has left it. Its position is part of every
 * checkpoint.
 */
final class MemorySource<T> implements Source<T, MemorySource.Position, Boolean> {

    /** How many records at most before the task looks for something else to do. */
    static final int BATCH = 64;

    /** Gives records by their numbers. */
    @FunctionalInterface
    interface Feed<T> {

        /**
         * Emits a record and, now and then, a watermark.
         *
         * @return false after the last one; there is no further call then
         */
        boolean emit(long index, ReaderOutput<T> output);
    }

    /** Makes a feed where it is read. */
    @FunctionalInterface
    interface FeedFactory<T> extends Serializable {
        Feed<T> open();
    }

    /** The one split: the number of the next record. */
    record Position(long next) implements SourceSplit {
        @Override
        public String splitId() {
            return "all";
        }
    }

    private final FeedFactory<T> feeds;

    MemorySource(FeedFactory<T> feeds) {
        this.feeds = feeds;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<T, Position> createReader(SourceReaderContext context) {
        return new Reader<>(feeds.open());
    }

    @Override
    public SplitEnumerator<Position, Boolean> createEnumerator(SplitEnumeratorContext<Position> context) {
        return new Enumerator(context, false);
    }

    @Override
    public SplitEnumerator<Position, Boolean> restoreEnumerator(
            SplitEnumeratorContext<Position> context, Boolean assigned) {
        return new Enumerator(context, assigned);
    }

    @Override
    public SimpleVersionedSerializer<Position> getSplitSerializer() {
        return new NumberSerializer<>() {
            @Override
            long numberOf(Position position) {
                return position.next();
            }

            @Override
            Position of(long number) {
                return new Position(number);
            }
        };
    }

    @Override
    public SimpleVersionedSerializer<Boolean> getEnumeratorCheckpointSerializer() {
        return new NumberSerializer<>() {
            @Override
            long numberOf(Boolean assigned) {
                return assigned ? 1 : 0;
            }

            @Override
            Boolean of(long number) {
                return number == 1;
            }
        };
    }

    private abstract static class NumberSerializer<V> implements SimpleVersionedSerializer<V> {

        abstract long numberOf(V value);

        abstract V of(long number);

        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(V value) {
            return ByteBuffer.allocate(Long.BYTES).putLong(numberOf(value)).array();
        }

        @Override
        public V deserialize(int version, byte[] serialized) {
            return of(ByteBuffer.wrap(serialized).getLong());
        }
    }

    private static final class Enumerator implements SplitEnumerator<Position, Boolean> {

        private final SplitEnumeratorContext<Position> context;
        private boolean assigned;

        private Enumerator(SplitEnumeratorContext<Position> context, boolean assigned) {
            this.context = context;
            this.assigned = assigned;
        }

        @Override
        public void start() {}

        @Override
        public void addReader(int subtask) {
            if (!assigned) {
                assigned = true;
                context.assignSplit(new Position(0), subtask);
            }
        }

        @Override
        public void addSplitsBack(List<Position> splits, int subtask) {
            splits.forEach(split -> context.assignSplit(split, subtask));
        }

        @Override
        public void handleSplitRequest(int subtask, @Nullable String host) {}

        @Override
        public Boolean snapshotState(long checkpoint) {
            return assigned;
        }

        @Override
        public void close() {}
    }

    private static final class Reader<T> implements SourceReader<T, Position> {

        private final Feed<T> feed;
        private final CompletableFuture<Void> assigned = new CompletableFuture<>();
        private final CompletableFuture<Void> never = new CompletableFuture<>();
        private long next = -1;
        private boolean over;

        private Reader(Feed<T> feed) {
            this.feed = feed;
        }

        @Override
        public void start() {}

        @Override
        public InputStatus pollNext(ReaderOutput<T> output) {
            for (int i = 0; i < BATCH && next >= 0 && !over; i++) {
                over = !feed.emit(next, output);
                next += over ? 0 : 1;
            }
            return over || next < 0 ? InputStatus.NOTHING_AVAILABLE : InputStatus.MORE_AVAILABLE;
        }

        @Override
        public CompletableFuture<Void> isAvailable() {
            return over ? never : assigned;
        }

        @Override
        public void addSplits(List<Position> splits) {
            next = splits.get(0).next();
            assigned.complete(null);
        }

        @Override
        public List<Position> snapshotState(long checkpoint) {
            return next < 0 ? List.of() : List.of(new Position(next));
        }

        @Override
        public void notifyNoMoreSplits() {}

        @Override
        public void close() {}
    }
}
