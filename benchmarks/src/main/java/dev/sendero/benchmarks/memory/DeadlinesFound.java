package dev.sendero.benchmarks.memory;

/**
 * How it goes when very many customers wait, and when a minute's worth of their deadlines falls due at once.
 *
 * @param loadSeconds until all events were applied
 * @param heapMebibytes in use with all customers waiting, after a collection
 * @param processMebibytes in memory at the same time, as the operating system sees the whole process
 * @param checkpointBytes of a whole checkpoint then, and how long it took
 * @param fired deadlines, each of which asked for a message
 * @param decisions messages and facts
 * @param checkpoints that were under way or complete while deadlines fired
 * @param checkpointsFailed of them
 */
record DeadlinesFound(
        double loadSeconds,
        long heapMebibytes,
        long processMebibytes,
        long checkpointBytes,
        double checkpointSeconds,
        long fired,
        long decisions,
        double firingSeconds,
        long checkpoints,
        long checkpointsFailed,
        double longestCheckpointSeconds) {}
