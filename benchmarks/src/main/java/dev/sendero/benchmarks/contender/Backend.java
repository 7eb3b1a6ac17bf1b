package dev.sendero.benchmarks.contender;

import java.util.Locale;

/** Where a contender keeps its state. */
public enum Backend {
    HASHMAP,
    ROCKSDB,
    /** It has none that Flink knows of. */
    NONE;

    /** As it is written in options and results. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return text();
    }
}
