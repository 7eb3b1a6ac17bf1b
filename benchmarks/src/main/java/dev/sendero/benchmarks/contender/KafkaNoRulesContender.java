package dev.sendero.benchmarks.contender;

import dev.sendero.engine.JobConfiguration;
import dev.sendero.engine.JobSettings;
import dev.sendero.engine.event.EventSource;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The beginning of the job, and nothing after it. */
final class KafkaNoRulesContender implements Contender {

    @Override
    public Optional<Played> play(Workload workload, Duration atMost) throws Exception {
        KafkaShop shop = KafkaShop.of(workload);
        Stage stage = Stage.open(workload);
        StreamExecutionEnvironment environment = Jobs.environment(1);
        JobSettings settings = Jobs.settings(shop.bootstrapServers(), workload);
        JobConfiguration.apply(environment, settings);
        Jobs.withoutRestarts(environment);
        environment
                .fromSource(
                        EventSource.of(
                                settings.bootstrapServers(), settings.topics().events(), settings.time()),
                        EventSource.timeOf(settings.time()),
                        "events")
                .filter(ReceivedEvent::concernsCustomer)
                .keyBy(ReceivedEvent::key)
                .sinkTo(StageSink.dropping());
        OptionalLong nanos = stage.run(environment, atMost);
        return nanos.isEmpty()
                ? Optional.empty()
                : Optional.of(new Played(stage.measuredEvents(), nanos.getAsLong(), List.of()));
    }
}
