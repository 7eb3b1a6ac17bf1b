package dev.sendero.benchmarks.contender;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.benchmarks.situation.ShopJourneys;
import dev.sendero.engine.operator.JourneyOperator;
import dev.sendero.engine.outbox.OutboxRecord;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;

/** What the engine says about situations: whoever enters by one has been found. */
final class Facts {

    private Facts() {}

    /** Ends the engine's decisions on the stage. */
    static void take(SingleOutputStreamOperator<OutboxRecord> decisions) {
        decisions
                .union(decisions.getSideOutput(JourneyOperator.FACTS))
                .sinkTo(StageSink.keeping((stage, record) -> stage.found(record)))
                .name("stage");
    }

    static List<Sighting> sightings(List<Object> found) throws MalformedJson {
        var sightings = new ArrayList<Sighting>();
        for (Object record : found) {
            Fact fact = WireJson.read(((OutboxRecord) record).value(), Fact.class);
            if (fact.type() == FactType.ENTERED && ShopJourneys.isAboutSituation(fact.journey())) {
                sightings.add(new Sighting(
                        fact.journey(), fact.customer(), fact.run(), fact.at().toEpochMilli()));
            }
        }
        return sightings;
    }
}
