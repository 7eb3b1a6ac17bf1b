package dev.sendero.engine.metric;

import dev.sendero.api.JourneyId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;

/** The counters of one task. For one thread. */
public final class EngineCounters {

    private final MetricGroup group;
    private final Map<EngineMetric, Counter> ofJob = new EnumMap<>(EngineMetric.class);
    private final Map<JourneyId, Map<EngineMetric, Counter>> ofJourneys = new HashMap<>();

    /** @param task the group of the operator that counts */
    public EngineCounters(MetricGroup task) {
        this.group = task.addGroup(EngineMetric.GROUP);
    }

    /** @return how often this has been counted by now */
    public long count(EngineMetric metric) {
        Counter counter = ofJob.computeIfAbsent(metric, it -> group.counter(it.metricName()));
        counter.inc();
        return counter.getCount();
    }

    public void count(EngineMetric metric, JourneyId journey) {
        ofJourneys
                .computeIfAbsent(journey, it -> new EnumMap<>(EngineMetric.class))
                .computeIfAbsent(metric, it -> counterOf(journey, it))
                .inc();
    }

    private Counter counterOf(JourneyId journey, EngineMetric metric) {
        return group.addGroup(EngineMetric.JOURNEY_TAG, journey.value()).counter(metric.metricName());
    }
}
