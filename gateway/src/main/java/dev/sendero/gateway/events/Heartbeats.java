package dev.sendero.gateway.events;

import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the passage of time into the log, so that deadlines fire while nobody does anything. */
public final class Heartbeats implements AutoCloseable {

    /** Between two beats, by the wall clock. */
    public static final Duration INTERVAL = Duration.ofMillis(500);

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    private final EventLog log;
    private final InstantSource clock;
    private final ScheduledFuture<?> beating;

    /** Beats from now on. */
    public Heartbeats(EventLog log, InstantSource clock, ScheduledExecutorService schedule) {
        this.log = log;
        this.clock = clock;
        beating = schedule.scheduleAtFixedRate(this::beat, 0, INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            log.beat(clock.instant());
        } catch (RuntimeException failed) {
            // An exception would end the schedule; a missed beat is made up for by the next one.
            LOG.debug("heartbeat not written", failed);
        }
    }

    @Override
    public void close() {
        beating.cancel(false);
    }
}
