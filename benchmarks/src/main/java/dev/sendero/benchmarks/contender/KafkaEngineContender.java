package dev.sendero.benchmarks.contender;

import dev.sendero.engine.JourneyJob;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job as it is, with somebody looking on. */
final class KafkaEngineContender implements Contender {

    @Override
    public Optional<Played> play(Workload workload, Duration atMost) throws Exception {
        KafkaShop shop = KafkaShop.of(workload);
        Stage stage = Stage.open(workload);
        StreamExecutionEnvironment environment = Jobs.environment(1);
        Facts.take(JourneyJob.build(environment, Jobs.settings(shop.bootstrapServers(), workload)));
        Jobs.withoutRestarts(environment);
        OptionalLong nanos = stage.run(environment, atMost);
        return nanos.isEmpty()
                ? Optional.empty()
                : Optional.of(new Played(stage.measuredEvents(), nanos.getAsLong(), Facts.sightings(stage.found())));
    }
}
