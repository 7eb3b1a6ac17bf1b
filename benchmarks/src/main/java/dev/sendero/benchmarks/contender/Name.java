package dev.sendero.benchmarks.contender;

import java.util.List;
import java.util.Locale;

/** Who takes part. */
public enum Name {
    /** The engine's operator between two ends in memory. */
    ENGINE(true, true, List.of(Backend.HASHMAP, Backend.ROCKSDB)),
    /** One operator of Flink CEP for each journey. */
    FLINK_CEP(true, false, List.of(Backend.HASHMAP)),
    /** One thread and a hash map. */
    LOOP(true, false, List.of(Backend.NONE)),
    /** Flink between the same ends, partitioned by customer, without rules. */
    FLINK_NO_RULES(false, true, List.of(Backend.NONE)),
    /** The whole job between two ends of a broker. */
    KAFKA_ENGINE(true, false, List.of(Backend.HASHMAP)),
    /** From the broker, parsed and partitioned by customer, without rules. */
    KAFKA_NO_RULES(false, false, List.of(Backend.NONE));

    private final boolean decides;
    private final boolean takesJson;
    private final List<Backend> backends;

    Name(boolean decides, boolean takesJson, List<Backend> backends) {
        this.decides = decides;
        this.takesJson = takesJson;
        this.backends = backends;
    }

    /** Whether it looks for journeys' situations; the others have one figure for any number of journeys. */
    public boolean decides() {
        return decides;
    }

    /** Whether it keeps computed traits beside. */
    public boolean keepsTraits() {
        return this == ENGINE || this == KAFKA_ENGINE;
    }

    /** Whether the properties of events in memory are JSON, as they are behind a broker, and not parsed before. */
    boolean takesJson() {
        return takesJson;
    }

    /** Where it keeps its state unless somebody asks for another place. */
    public List<Backend> backends() {
        return backends;
    }

    /** As it is written in options and results. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public String toString() {
        return text();
    }
}
