package dev.sendero.benchmarks.contender;

import dev.sendero.api.JourneyId;
import dev.sendero.benchmarks.situation.ShopJourneys;
import dev.sendero.engine.cep.TriggerSource;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.Trigger;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;

/** The trigger of one random journey, wherever it is needed in this process. */
record ShopTrigger(long seed, int journeys, int index) implements TriggerSource {

    private record Compiled(long seed, int journeys) {}

    private static final Map<Compiled, SortedMap<JourneyId, Journey>> COMPILED = new ConcurrentHashMap<>();

    @Override
    public Trigger trigger() {
        Journey journey = COMPILED.computeIfAbsent(
                        new Compiled(seed, journeys), all -> ShopJourneys.of(all.seed(), all.journeys())
                                .project()
                                .journeys())
                .get(ShopJourneys.id(index));
        if (journey == null) {
            throw new IllegalStateException("journey " + index + ": none (expected: one of " + journeys + ")");
        }
        return journey.trigger();
    }
}
