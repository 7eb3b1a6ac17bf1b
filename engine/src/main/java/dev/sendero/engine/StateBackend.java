package dev.sendero.engine;

/** Where the state of customers is kept while the job runs. */
public enum StateBackend {
    /** On the heap: fast, as large as the memory. */
    HASHMAP("hashmap"),
    /** In RocksDB on the local disk, with incremental checkpoints. */
    ROCKSDB("rocksdb");

    private final String flinkName;

    StateBackend(String flinkName) {
        this.flinkName = flinkName;
    }

    /** The value of Flink's option {@code state.backend.type}. */
    String flinkName() {
        return flinkName;
    }
}
