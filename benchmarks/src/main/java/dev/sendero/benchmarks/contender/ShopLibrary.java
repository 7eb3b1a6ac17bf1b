package dev.sendero.benchmarks.contender;

import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.benchmarks.situation.ShopJourneys;
import dev.sendero.engine.journey.CompiledJourney;
import dev.sendero.engine.journey.JourneyChange;
import dev.sendero.engine.journey.JourneyCompiler;
import dev.sendero.engine.journey.JourneyLibrary;
import dev.sendero.engine.journey.JourneyRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The random journeys as the engine gets them: all published before the first event. */
record ShopLibrary(long seed, int journeys, int traits) implements JourneyLibrary {

    private static final Map<JourneyPublication, Optional<CompiledJourney>> COMPILED = new ConcurrentHashMap<>();

    /** Compiles each journey once in the process, though it plays twice. */
    static final JourneyCompiler COMPILER =
            publication -> COMPILED.computeIfAbsent(publication, JourneyCompiler.BY_RULES::compile);

    @Override
    public List<JourneyRecord> readAll() {
        var records = new ArrayList<JourneyRecord>();
        for (JourneyPublication publication :
                ShopJourneys.of(seed, journeys).withTraits(traits).publications(Instant.EPOCH)) {
            records.add(new JourneyRecord(0, records.size(), new JourneyChange.Published(publication)));
        }
        return records;
    }
}
