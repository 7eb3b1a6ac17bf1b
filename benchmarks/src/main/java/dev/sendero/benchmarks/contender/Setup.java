package dev.sendero.benchmarks.contender;

/**
 * One run of one contender.
 *
 * @param journeys how many; 0 for a contender without rules
 * @param traits how many computed traits, each with a segment; 0 for a contender that keeps none
 * @param warmUpSeconds for how long it plays at most before it is measured
 * @param run from 1
 */
public record Setup(
        Name contender,
        Backend backend,
        int journeys,
        int traits,
        long events,
        int customers,
        long seed,
        int warmUpSeconds,
        int run) {}
