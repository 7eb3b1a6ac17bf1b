package dev.sendero.benchmarks.contender;

/**
 * What a run says when it is over.
 *
 * @param eventsPerSecond of the measured part
 * @param situations how many were found up to when everything is settled
 * @param jvm name and version
 * @param cores that the process may use
 */
public record Outcome(double eventsPerSecond, long situations, String jvm, int cores) {}
