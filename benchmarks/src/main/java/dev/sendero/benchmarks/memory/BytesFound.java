package dev.sendero.benchmarks.memory;

/**
 * What customers take in checkpoints.
 *
 * @param live customers of whom anything is kept
 * @param coreBytes that the core writes of all of them: no key, no timer
 * @param checkpointBytes of a whole checkpoint in the backend's own format: keys, cells and timers
 * @param savepointBytes of a canonical savepoint: likewise
 */
record BytesFound(long live, long coreBytes, long checkpointBytes, long savepointBytes) {}
