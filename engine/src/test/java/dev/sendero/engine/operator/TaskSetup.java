package dev.sendero.engine.operator;

import org.apache.flink.runtime.state.StateBackend;
import org.apache.flink.runtime.state.hashmap.HashMapStateBackend;
import org.apache.flink.state.rocksdb.EmbeddedRocksDBStateBackend;

/** How a task keeps its customers, and how it divides its work; none of it may be seen in what is decided. */
enum TaskSetup {
    ON_THE_HEAP(false, 0, 0),
    ON_THE_HEAP_IN_STRETCHES(false, 0, 3),
    ROCKSDB(true, 0, 0),
    ROCKSDB_BEHIND_A_TINY_CACHE(true, 2_000, 0),
    ROCKSDB_BEHIND_A_CACHE(true, 100 << 20, 0),
    ROCKSDB_BEHIND_A_SMALL_CACHE_IN_STRETCHES(true, 10_000, 1);

    private final boolean inRocksDb;
    private final long cacheBytes;
    private final int piecesInStretch;

    TaskSetup(boolean inRocksDb, long cacheBytes, int piecesInStretch) {
        this.inRocksDb = inRocksDb;
        this.cacheBytes = cacheBytes;
        this.piecesInStretch = piecesInStretch;
    }

    StateBackend backend() {
        return inRocksDb ? new EmbeddedRocksDBStateBackend(false) : new HashMapStateBackend();
    }

    /** How many random lives a test can afford: to open RocksDB takes long. */
    int seeds() {
        return inRocksDb ? 1 : 5;
    }

    long cacheBytes() {
        return cacheBytes;
    }

    Stretch stretch() {
        return piecesInStretch == 0 ? Stretch.UNBROKEN : new CountedStretch(piecesInStretch);
    }
}
