package dev.sendero.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** What the gateway counts and times. */
public final class GatewayMetrics {

    private final MeterRegistry registry;
    private final Counter accepted;
    private final Counter withoutUse;
    private final Timer ingest;
    private final Counter facts;
    private final Counter unreadableFacts;

    public GatewayMetrics(MeterRegistry registry) {
        this.registry = registry;
        accepted = Counter.builder("sendero.ingest.accepted")
                .description("Events that are durable in the log")
                .baseUnit("events")
                .register(registry);
        withoutUse = Counter.builder("sendero.ingest.without.use")
                .description("Calls of a kind that journeys have no use for: group and alias")
                .baseUnit("calls")
                .register(registry);
        ingest = Timer.builder("sendero.ingest.request")
                .description("From a request's first byte to its answer, accepted requests only")
                .publishPercentiles(0.5, 0.99)
                .register(registry);
        facts = Counter.builder("sendero.recorder.recorded")
                .description("Facts recorded for the first time")
                .baseUnit("facts")
                .register(registry);
        unreadableFacts = Counter.builder("sendero.recorder.unreadable")
                .description("Records of the facts' topic that are no facts, and were left out")
                .baseUnit("records")
                .register(registry);
    }

    public void accepted(int events, int callsWithoutUse, Duration took) {
        accepted.increment(events);
        withoutUse.increment(callsWithoutUse);
        ingest.record(took);
    }

    /** @param status the HTTP status of the answer */
    public void refused(int status) {
        Counter.builder("sendero.ingest.refused")
                .description("Requests of which nothing was accepted, by the status of the answer")
                .baseUnit("requests")
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment();
    }

    public void recorded(int newFacts) {
        facts.increment(newFacts);
    }

    public void unreadableFact() {
        unreadableFacts.increment();
    }
}
