package dev.sendero.benchmarks.memory;

import dev.sendero.engine.StateBackend;

/**
 * One run in a process of its own.
 *
 * @param population one of {@link PopulationName}
 * @param tasks of the operator
 * @param managedMebibytes for RocksDB, outside of the heap
 * @param deadlinesPerMinute how many fall into a minute of event time; only where customers wait
 */
record MemorySetup(
        PopulationName population,
        StateBackend backend,
        int customers,
        int tasks,
        int managedMebibytes,
        int checkpointSeconds,
        int deadlinesPerMinute,
        long seed) {

    Population people() {
        return switch (population) {
            case ONE_PARTIAL -> Population.withOnePartial(customers, seed);
            case ONE_CAPTURE -> Population.withOneCapture(customers, seed);
            case RANDOM_10 -> Population.ofShop(customers, 10, seed);
            case RANDOM_100 -> Population.ofShop(customers, 100, seed);
            case WAITING -> Population.waiting(customers, deadlinesPerMinute, seed);
        };
    }
}
