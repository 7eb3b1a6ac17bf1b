package dev.sendero.benchmarks.courier;

import dev.sendero.api.JourneyId;
import dev.sendero.api.Topics;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.Message;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.courier.Courier;
import dev.sendero.courier.CourierParts;
import dev.sendero.courier.CourierSettings;
import dev.sendero.courier.KafkaReceiptSink;
import dev.sendero.courier.SendingHours;
import dev.sendero.courier.mailbox.DevMailboxConnector;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.store.Database;
import dev.sendero.store.consent.SqlConsentLog;
import dev.sendero.store.erasure.SqlErasures;
import dev.sendero.store.ledger.LedgerCount;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.SqlLedger;
import dev.sendero.store.mailbox.SqlMailbox;
import dev.sendero.store.suppression.SqlSuppressions;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One courier on topics of its own, with everything that it has in production: broker, durable ledger, receipts. */
final class Bureau implements AutoCloseable {

    private static final int PARTITIONS = 4;

    private final SqlLedger ledger;
    private final Topics topics;
    private final KafkaReceiptSink receipts;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Courier courier;

    Bureau(EmbeddedBroker broker, Database database, JourneyId run, List<Connector> connectors) throws Exception {
        String servers = broker.bootstrapServers();
        topics = new Topics(run + "-events", run + "-journeys", run + "-messages", run + "-facts");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            TopicCreation.create(
                    admin,
                    List.of(
                            new NewTopic(topics.messages(), PARTITIONS, (short) 1),
                            new NewTopic(topics.journeys(), 1, (short) 1),
                            new NewTopic(topics.events(), PARTITIONS, (short) 1),
                            new NewTopic(topics.facts(), PARTITIONS, (short) 1)));
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all", "linger.ms", 0),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        publish(BenchMessages.MAIL, BenchMessages.CALL, BenchMessages.TEXT);
        ledger = new SqlLedger(database);
        receipts = new KafkaReceiptSink(servers, topics.events());
        courier = new Courier(settings(servers), parts(database, connectors));
        courier.start();
    }

    private void publish(Content... contents) {
        for (Content content : contents) {
            byte[] key = content.id().topicKey().getBytes(StandardCharsets.UTF_8);
            var unused = producer.send(new ProducerRecord<>(topics.journeys(), key, WireJson.write(content)));
        }
        producer.flush();
    }

    private CourierSettings settings(String servers) {
        CourierSettings usual = CourierSettings.of(servers, "bench");
        return new CourierSettings(
                servers,
                topics,
                topics.messages(),
                usual.instance(),
                usual.lease(),
                usual.groupSize(),
                usual.callsAtOnce(),
                usual.calls());
    }

    private CourierParts parts(Database database, List<Connector> connectors) {
        var byChannel = new EnumMap<Channel, Connector>(Channel.class);
        connectors.forEach(connector -> byChannel.put(connector.channel(), connector));
        return new CourierParts(
                ledger,
                new SqlSuppressions(database),
                new SqlConsentLog(database),
                new SqlErasures(database),
                () -> new SendingHours(Map.of(), ZoneOffset.UTC),
                new LiquidRenderer(),
                DevMailboxConnector.besides(byChannel, new SqlMailbox(database), InstantSource.system()),
                receipts,
                Optional.empty(),
                InstantSource.system(),
                new Random(1));
    }

    /** Hands messages to the courier, as the engine does. */
    void decide(List<Message> messages) throws Exception {
        var appends = new ArrayList<Future<?>>(messages.size());
        for (Message message : messages) {
            byte[] key = message.customer().value().getBytes(StandardCharsets.UTF_8);
            appends.add(producer.send(new ProducerRecord<>(topics.messages(), key, WireJson.write(message))));
        }
        for (var append : appends) {
            append.get();
        }
    }

    /** Hands one message to the courier, without waiting until it is in the topic. */
    void decideSoon(Message message) {
        byte[] key = message.customer().value().getBytes(StandardCharsets.UTF_8);
        var unused = producer.send(new ProducerRecord<>(topics.messages(), key, WireJson.write(message)));
    }

    /** Waits until so many messages of a run are sent, durably. */
    void awaitSent(JourneyId run, Channel channel, long messages, Provider provider, Duration longest)
            throws InterruptedException {
        long end = System.nanoTime() + longest.toNanos();
        while (provider.taken() < messages || sent(run, channel) < messages) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "sent: " + sent(run, channel) + " within " + longest + " (expected: " + messages + ")");
            }
            Thread.sleep(10);
        }
    }

    private long sent(JourneyId run, Channel channel) {
        return ledger.counts().stream()
                .filter(count ->
                        count.journey().equals(run) && count.channel() == channel && count.state() == MessageState.SENT)
                .mapToLong(LedgerCount::count)
                .sum();
    }

    @Override
    public void close() {
        courier.close();
        receipts.close();
        producer.close();
    }
}
