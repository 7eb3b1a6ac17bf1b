package dev.sendero.benchmarks.contender;

import dev.sendero.engine.JourneyJob;
import dev.sendero.engine.operator.JourneyOperator;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The middle of the job between two ends in memory. */
final class EngineContender implements Contender {

    @Override
    public Optional<Played> play(Workload workload, Duration atMost) throws Exception {
        Setup setup = workload.setup();
        Stage stage = Stage.open(workload);
        StreamExecutionEnvironment environment = Jobs.configured(1, workload);
        var library = new ShopLibrary(setup.seed(), setup.journeys(), setup.traits());
        Facts.take(JourneyJob.decisions(
                EventsInMemory.events(environment),
                EventsInMemory.journeys(environment),
                new JourneyOperator(library, ShopLibrary.COMPILER)));
        OptionalLong nanos = stage.run(environment, atMost);
        return nanos.isEmpty()
                ? Optional.empty()
                : Optional.of(new Played(stage.measuredEvents(), nanos.getAsLong(), Facts.sightings(stage.found())));
    }
}
