package dev.sendero.benchmarks.reload;

import dev.sendero.engine.JobConfiguration;
import dev.sendero.engine.JobSettings;
import dev.sendero.engine.JourneyJob;
import dev.sendero.engine.event.EventSource;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.journey.JourneyCompiler;
import dev.sendero.engine.journey.JourneyTopic;
import dev.sendero.engine.operator.JourneyOperator;
import dev.sendero.engine.outbox.OutboxRecord;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.connector.datagen.source.DataGeneratorSource;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The middle of the job with events made in its own process, and the topic of journeys as it is. */
final class ReloadJob implements AutoCloseable {

    private final MiniCluster cluster;
    private final String run;

    private ReloadJob(MiniCluster cluster, String run) {
        this.cluster = cluster;
        this.run = run;
    }

    static ReloadJob start(JobSettings settings, PacedEvents events) throws Exception {
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment();
        JobConfiguration.apply(environment, settings);
        var topic =
                new JourneyTopic(settings.bootstrapServers(), settings.topics().journeys());
        DataStream<ReceivedEvent> shop = environment.fromSource(
                new DataGeneratorSource<>(events, events.count(), ReceivedEvent.TYPE),
                EventSource.timeOf(settings.time()),
                "events");
        var journeys = environment
                .fromSource(topic.source(), WatermarkStrategy.noWatermarks(), "journeys")
                .setParallelism(1);
        SingleOutputStreamOperator<OutboxRecord> messages =
                JourneyJob.decisions(shop, journeys, new JourneyOperator(topic, JourneyCompiler.BY_RULES));
        messages.union(messages.getSideOutput(JourneyOperator.FACTS))
                .transform("decisions", Types.VOID, new DecisionCollector(events.run()))
                .setParallelism(1);
        JobGraph graph = environment.getStreamGraph().getJobGraph();
        var configuration = new Configuration();
        configuration.set(RestOptions.BIND_ADDRESS, "localhost");
        configuration.set(RestOptions.BIND_PORT, "0");
        configuration.set(JobManagerOptions.ADDRESS, "localhost");
        var cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(configuration)
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(settings.parallelism())
                .build());
        cluster.start();
        cluster.submitJob(graph).get();
        return new ReloadJob(cluster, events.run());
    }

    /** Returns when the last event has been decided. */
    void awaitEnd() throws InterruptedException {
        Decisions.of(run).awaitEnd();
    }

    @Override
    public void close() {
        cluster.closeAsync().join();
    }
}
