package dev.sendero.connectors.webhook;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** The targets that have said that they want no more calls; each is forgotten after a while, in case that was a mistake. */
final class GoneTargets {

    private static final Duration FOR = Duration.ofHours(24);
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Map<Target, Instant> until = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Target, Instant> eldest) {
            return size() > MOST;
        }
    };

    GoneTargets(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(Target target) {
        until.put(target.endpoint(), clock.instant().plus(FOR));
    }

    synchronized boolean contains(Target target) {
        Instant end = until.get(target.endpoint());
        if (end != null && !clock.instant().isBefore(end)) {
            until.remove(target.endpoint());
            return false;
        }
        return end != null;
    }
}
