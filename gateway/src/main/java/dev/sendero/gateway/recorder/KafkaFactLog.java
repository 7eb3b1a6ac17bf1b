package dev.sendero.gateway.recorder;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.json.FactJson;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.gateway.metrics.GatewayMetrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The topic {@code facts}, read by one group of recorders. */
public final class KafkaFactLog implements FactLog {

    private static final Logger LOG = LoggerFactory.getLogger(KafkaFactLog.class);

    private static final Duration MOMENT = Duration.ofMillis(250);
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(500);

    private final Consumer<byte[], byte[]> consumer;
    private final GatewayMetrics metrics;

    /** Does not connect yet. */
    public KafkaFactLog(String bootstrapServers, String topic, GatewayMetrics metrics) {
        this.metrics = metrics;
        consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.GROUP_ID_CONFIG,
                        "recorder",
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "gateway-recorder",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        "read_committed",
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        5_000,
                        // After a kill the facts wait until the recorder of before is given up.
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        6_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        1_000,
                        // A topic that is made after this consumer began to look for it is found within a second.
                        ConsumerConfig.METADATA_MAX_AGE_CONFIG,
                        1_000),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic));
    }

    @Override
    public List<Fact> next() {
        var facts = new ArrayList<Fact>();
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(MOMENT)) {
                add(record, facts);
            }
        } catch (WakeupException woken) {
            LOG.debug("woken up", woken);
        }
        return facts;
    }

    private void add(ConsumerRecord<byte[], byte[]> record, List<Fact> facts) {
        try {
            facts.add(FactJson.read(record.value()));
        } catch (MalformedJson malformed) {
            metrics.unreadableFact();
            LOG.warn(
                    "no fact at partition {} offset {}, left out: {}",
                    record.partition(),
                    record.offset(),
                    malformed.getMessage());
        }
    }

    @Override
    public void commit() {
        consumer.commitSync();
    }

    @Override
    public void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_LIMIT));
    }
}
