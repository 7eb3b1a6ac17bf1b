package dev.sendero.engine.journey;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.engine.metric.EngineCounters;
import dev.sendero.engine.metric.EngineMetric;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Feeds the timeline from the topic: reads it to its end first, then takes record by record, each once. */
public final class LiveJourneys implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LiveJourneys.class);

    private final CompilingAhead compiler;
    private final EngineCounters counters;
    private final JourneyTimeline timeline = new JourneyTimeline();
    private final Map<Integer, Long> read = new HashMap<>();

    public LiveJourneys(JourneyCompiler compiler, EngineCounters counters) {
        this.compiler = new CompilingAhead(new SharedCompiler(compiler));
        this.counters = counters;
    }

    public JourneyTimeline timeline() {
        return timeline;
    }

    /** Takes up again what was in force at a snapshot; before {@link #readAll}. */
    public void restore(List<JourneyInForce> versions) {
        Map<JourneyInForce, Supplier<Optional<CompiledJourney>>> compiled = new LinkedHashMap<>();
        versions.forEach(version -> compiled.put(version, compiler.begin(version.publication())));
        compiled.forEach((version, made) ->
                made.get().ifPresent(journey -> timeline.restore(new DatedVersion(journey, version.openings()))));
    }

    /** What {@link #restore} takes. */
    public List<JourneyInForce> inForce() {
        return timeline.datedVersions()
                .map(dated -> new JourneyInForce(dated.version().publication(), dated.openings()))
                .toList();
    }

    /**
     * Takes all that was published before, and removes what is published no more.
     *
     * @param now see {@link JourneyTimeline#publish}
     */
    public void readAll(JourneyLibrary library, long now) {
        List<JourneyRecord> records = library.readAll();
        Set<String> published = new HashSet<>();
        for (JourneyRecord record : records) {
            if (record.change() instanceof JourneyChange.Published) {
                published.add(record.change().key());
            } else {
                published.remove(record.change().key());
            }
        }
        for (String key : timeline.keysInForce()) {
            if (!published.contains(key)) {
                timeline.remove(key, now);
            }
        }
        records.forEach(record -> take(record, now));
    }

    /** Takes one record, unless it was taken before. */
    public void take(JourneyRecord record, long now) {
        if (record.offset() <= read.getOrDefault(record.partition(), -1L)) {
            return;
        }
        read.put(record.partition(), record.offset());
        if (record.change() instanceof JourneyChange.Published published) {
            publish(published.publication(), now);
        } else {
            timeline.remove(record.change().key(), now);
        }
    }

    private void publish(JourneyPublication publication, long now) {
        Supplier<Optional<CompiledJourney>> compiled = compiler.begin(publication);
        timeline.publish(
                publication,
                () -> {
                    Optional<CompiledJourney> version = compiled.get();
                    if (version.isEmpty()) {
                        leaveOut(publication);
                    }
                    return version;
                },
                now);
    }

    private void leaveOut(JourneyPublication publication) {
        counters.count(EngineMetric.DROPPED);
        LOG.warn("{}: this release finds errors in it; what was in force stays", publication.topicKey());
    }

    @Override
    public void close() {
        compiler.close();
    }
}
