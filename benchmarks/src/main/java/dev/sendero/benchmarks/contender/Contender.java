package dev.sendero.benchmarks.contender;

import java.time.Duration;
import java.util.Optional;

/** Somebody who takes part. */
@FunctionalInterface
public interface Contender {

    /**
     * Plays all events from the beginning, with nothing left of an earlier call.
     *
     * @param atMost when to give up
     * @return empty when it gave up
     * @throws Exception when it failed
     */
    Optional<Played> play(Workload workload, Duration atMost) throws Exception;
}
