package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.Admission;
import dev.sendero.engine.JourneyJob;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.journey.JourneyChange;
import dev.sendero.engine.journey.JourneyRecord;
import dev.sendero.engine.journey.PublishedJourney;
import dev.sendero.engine.outbox.OutboxRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.connector.source.lib.NumberSequenceSource;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.checkpoint.AbstractCheckpointStats;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.streaming.api.functions.sink.v2.DiscardingSink;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints complete while a million deadlines, all in one watermark, fire. It prints how it went. */
@Tag("slow")
@SuppressWarnings("try") // Flink says that closing its cluster may be interrupted.
class DeadlineStormTest {

    private static final int CUSTOMERS = Integer.getInteger("deadlines", 1_000_000);
    private static final Duration CHECKPOINT_INTERVAL = Duration.ofMillis(250);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private static final AtomicLong MESSAGES = new AtomicLong();
    private static final AtomicLong FIRST = new AtomicLong();
    private static final AtomicLong LAST = new AtomicLong();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"hashmap", "rocksdb"})
    void checkpoints_complete_while_a_million_deadlines_fire(String backend) throws Exception {
        MESSAGES.set(0);
        FIRST.set(0);
        try (var cluster = new MiniCluster(new MiniClusterConfiguration.Builder()
                .setConfiguration(new Configuration()
                        .set(RestOptions.BIND_PORT, "0")
                        .set(WebOptions.CHECKPOINTS_HISTORY_SIZE, 10_000))
                .setNumTaskManagers(1)
                .setNumSlotsPerTaskManager(1)
                .build())) {
            cluster.start();
            JobGraph job = job(backend);
            cluster.submitJob(job).get();
            Awaitility.await().atMost(PATIENCE).until(() -> MESSAGES.get() >= CUSTOMERS);

            List<AbstractCheckpointStats> completed = cluster
                    .getExecutionGraph(job.getJobID())
                    .get()
                    .getCheckpointStatsSnapshot()
                    .getHistory()
                    .getCheckpoints()
                    .stream()
                    .filter(checkpoint -> checkpoint.getStatus().isCompleted()
                            && checkpoint.getTriggerTimestamp() >= FIRST.get()
                            && checkpoint.getTriggerTimestamp() + checkpoint.getEndToEndDuration() <= LAST.get())
                    .toList();
            long storm = LAST.get() - FIRST.get();
            long longest = completed.stream()
                    .mapToLong(AbstractCheckpointStats::getEndToEndDuration)
                    .max()
                    .orElse(0);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %,d deadlines in one watermark took %,d ms; %d checkpoints meanwhile, the longest %,d ms%n",
                    backend,
                    CUSTOMERS,
                    storm,
                    completed.size(),
                    longest);
            // An undivided storm would let through none.
            assertThat(completed).hasSizeGreaterThanOrEqualTo(storm > 4_000 ? 2 : 0);
            cluster.cancelJob(job.getJobID()).get();
        }
    }

    private JobGraph job(String backend) {
        var environment = StreamExecutionEnvironment.getExecutionEnvironment(new Configuration()
                .set(PipelineOptions.OBJECT_REUSE, true)
                .set(PipelineOptions.AUTO_WATERMARK_INTERVAL, Duration.ofMillis(50))
                .set(StateBackendOptions.STATE_BACKEND, backend)
                .set(CheckpointingOptions.INCREMENTAL_CHECKPOINTS, true)
                .set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem")
                .set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, folder.toUri().toString())
                .set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_INTERVAL));
        environment.setParallelism(1);
        DataStream<ReceivedEvent> events = environment
                .fromSource(new NumberSequenceSource(0, Long.MAX_VALUE), WatermarkStrategy.noWatermarks(), "numbers")
                .map(DeadlineStormTest::event)
                .returns(ReceivedEvent.TYPE)
                .assignTimestampsAndWatermarks(WatermarkStrategy.<ReceivedEvent>forMonotonousTimestamps()
                        .withTimestampAssigner((event, none) -> event.timestampMillis()));
        DataStream<JourneyRecord> journeys = environment
                .fromSource(new NumberSequenceSource(0, 0), WatermarkStrategy.noWatermarks(), "nothing")
                .filter(number -> false)
                .map(number -> winBack())
                .returns(JourneyRecord.TYPE);
        JourneyJob.decisions(events, journeys, new JourneyOperator(() -> List.of(winBack()), PublishedJourney.COMPILER))
                .filter(DeadlineStormTest::count)
                .sinkTo(new DiscardingSink<>());
        return environment.getStreamGraph().getJobGraph();
    }

    /** Everybody is seen once at ten; then two hours have passed, and go on passing slowly. */
    private static ReceivedEvent event(long number) throws InterruptedException {
        boolean later = number >= CUSTOMERS;
        if (later) {
            Thread.sleep(1);
        }
        return ReceivedEvent.of(
                Event.track(
                        new EventId("event-" + number),
                        "Product Viewed",
                        new CustomerId(later ? "last" : "customer-" + number),
                        later ? TEN.plus(Duration.ofHours(2)).plusMillis(number - CUSTOMERS) : TEN,
                        Map.of()),
                Admission.ALL);
    }

    private static JourneyRecord winBack() {
        var journey = PublishedJourney.live("win-back", "v1", "inactive PT1H", TEN.minusSeconds(60));
        return new JourneyRecord(0, 0, new JourneyChange.Published(journey.publication()));
    }

    private static boolean count(OutboxRecord message) {
        FIRST.compareAndSet(0, System.currentTimeMillis());
        if (MESSAGES.incrementAndGet() == CUSTOMERS) {
            LAST.set(System.currentTimeMillis());
        }
        return false;
    }
}
