package dev.sendero.benchmarks.contender;

import dev.sendero.engine.event.ReceivedEvent;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Flink by itself. */
final class NoRulesContender implements Contender {

    @Override
    public Optional<Played> play(Workload workload, Duration atMost) throws Exception {
        Stage stage = Stage.open(workload);
        StreamExecutionEnvironment environment = Jobs.configured(1, workload);
        EventsInMemory.events(environment).keyBy(ReceivedEvent::key).sinkTo(StageSink.dropping());
        OptionalLong nanos = stage.run(environment, atMost);
        return nanos.isEmpty()
                ? Optional.empty()
                : Optional.of(new Played(stage.measuredEvents(), nanos.getAsLong(), List.of()));
    }
}
