package dev.sendero.benchmarks.contender;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.benchmarks.situation.ShopJourneys;
import dev.sendero.engine.binary.BinaryType;
import dev.sendero.engine.cep.ProfiledEvent;
import dev.sendero.engine.cep.ProfiledEventSerializer;
import dev.sendero.engine.cep.TriggerPatterns;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.cep.CEP;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.KeyedStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A job as one writes it by hand: one pattern after the other over the same stream, each an operator of its own. */
final class CepContender implements Contender {

    private static final TypeInformation<ProfiledEvent> EVENT =
            new BinaryType<>(ProfiledEvent.class, ProfiledEventSerializer.INSTANCE);

    @Override
    public Optional<Played> play(Workload workload, Duration atMost) throws Exception {
        Setup setup = workload.setup();
        Stage stage = Stage.open(workload);
        StreamExecutionEnvironment environment = Jobs.configured(setup.journeys(), workload);
        KeyedStream<ProfiledEvent, String> events = EventsInMemory.events(environment)
                .map(received -> new ProfiledEvent(received.event(), Map.of()), EVENT)
                .keyBy(profiled -> profiled.event().customer().value());
        List<DataStream<String>> matches = IntStream.range(0, setup.journeys())
                .mapToObj(index -> matches(events, new ShopTrigger(setup.seed(), setup.journeys(), index)))
                .toList();
        union(matches).sinkTo(StageSink.keeping(Stage::found));
        OptionalLong nanos = stage.run(environment, atMost);
        return nanos.isEmpty()
                ? Optional.empty()
                : Optional.of(new Played(
                        stage.measuredEvents(),
                        nanos.getAsLong(),
                        stage.found().stream()
                                .map(match -> sighting((String) match))
                                .toList()));
    }

    private static DataStream<String> matches(KeyedStream<ProfiledEvent, String> events, ShopTrigger trigger) {
        return CEP.pattern(events, TriggerPatterns.of(trigger), ProfiledEvent.TIES)
                .process(new MatchText(trigger), Types.STRING)
                .name(ShopJourneys.id(trigger.index()).value());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // An array of generic streams is what union takes.
    private static DataStream<String> union(List<DataStream<String>> streams) {
        return streams.get(0).union(streams.subList(1, streams.size()).toArray(DataStream[]::new));
    }

    private static Sighting sighting(String match) {
        List<String> fields = List.of(match.split(MatchText.SEPARATOR, -1));
        return Sighting.of(
                ShopJourneys.id(Integer.parseInt(fields.get(0))),
                new CustomerId(fields.get(1)),
                fields.get(2),
                new EventId(fields.get(3)),
                new EventId(fields.get(4)),
                Long.parseLong(fields.get(5)));
    }
}
