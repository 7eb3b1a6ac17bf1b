package dev.sendero.courier;

import static org.awaitility.Awaitility.await;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.Topics;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.broker.TopicCreation;
import dev.sendero.courier.mailbox.DevMailboxConnector;
import dev.sendero.rules.journey.ZoneChoice;
import dev.sendero.rules.project.CallRules;
import dev.sendero.rules.project.OnDoubt;
import dev.sendero.rules.project.QuietHours;
import dev.sendero.rules.project.Rate;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import dev.sendero.store.consent.ConsentLog;
import dev.sendero.store.consent.SqlConsentLog;
import dev.sendero.store.erasure.SqlErasures;
import dev.sendero.store.ledger.Ledger;
import dev.sendero.store.ledger.LedgerCount;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.SqlLedger;
import dev.sendero.store.mailbox.Mailbox;
import dev.sendero.store.mailbox.SqlMailbox;
import dev.sendero.store.suppression.SqlSuppressions;
import dev.sendero.store.suppression.Suppressions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A post office for tests: a real broker, topics of its own, a SQLite file, and couriers to start and stop. */
final class Post implements AutoCloseable {

    static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    static final Content.Email REMINDER = new Content.Email(
            "", "shop@example.com", "Your cart", "", Content.Format.HTML, "<p>Still here</p>", Map.of());
    static final Content.Sms NUDGE = new Content.Sms("", "Still here");

    private static final AtomicInteger POSTS = new AtomicInteger();
    private static final int PARTITIONS = 2;
    private static EmbeddedBroker broker;

    final SettableClock clock = new SettableClock(TEN);
    final Ledger ledger;
    final Mailbox mailbox;
    final Suppressions suppressions;
    final ConsentLog consents;
    final SqlErasures erasures;

    private final Map<Channel, Connector> connectors = new EnumMap<>(Channel.class);
    private final List<Courier> couriers = new ArrayList<>();
    private final Map<Channel, Rate> rates = new EnumMap<>(Channel.class);
    private final Map<Channel, OnDoubt> onDoubt = new EnumMap<>(Channel.class);
    private final Topics topics;
    private final Database database;
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaReceiptSink kafkaReceipts;
    private ReceiptSink receipts;
    private volatile SendingHours hours = new SendingHours(Map.of(), ZoneOffset.UTC);

    Post() throws Exception {
        String name = "post-" + POSTS.incrementAndGet() + "-";
        topics = new Topics(name + "events", name + "journeys", name + "messages", name + "facts");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers()))) {
            TopicCreation.create(
                    admin,
                    List.of(
                            topic(topics.messages(), PARTITIONS),
                            topic(topics.journeys(), 1),
                            topic(topics.events(), PARTITIONS),
                            topic(topics.facts(), PARTITIONS)));
        }
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers(), "max.block.ms", 5_000),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        kafkaReceipts = new KafkaReceiptSink(bootstrapServers(), topics.events());
        receipts = kafkaReceipts;
        database = Database.sqlite(
                Files.createTempDirectory("courier").resolve("sendero.db"),
                Pseudonyms.of(new byte[Pseudonyms.SHORTEST_SECRET_BYTES]));
        ledger = new SqlLedger(database);
        mailbox = new SqlMailbox(database);
        suppressions = new SqlSuppressions(database);
        consents = new SqlConsentLog(database);
        erasures = new SqlErasures(database);
    }

    /** What happens here happened long ago: the broker would delete it as soon as it looks. */
    private static NewTopic topic(String name, int partitions) {
        return new NewTopic(name, partitions, (short) 1).configs(Map.of("retention.ms", "-1"));
    }

    private static synchronized String bootstrapServers() throws Exception {
        if (broker == null) {
            Path folder = Files.createTempDirectory("broker");
            broker = EmbeddedBroker.start(folder.resolve("kafka"));
        }
        return broker.bootstrapServers();
    }

    Post with(Connector connector) {
        connectors.put(connector.channel(), connector);
        return this;
    }

    Post with(ReceiptSink sink) {
        receipts = sink;
        return this;
    }

    /** No more calls than this on a channel, of all couriers together. */
    Post atMost(Channel channel, int calls, Duration per) {
        rates.put(channel, new Rate(calls, per));
        return this;
    }

    /** Messages in doubt are sent again on this channel. */
    Post resending(Channel channel) {
        onDoubt.put(channel, OnDoubt.RESEND);
        return this;
    }

    /** Nothing is sent on this channel in between, by UTC. */
    Post quiet(Channel channel, LocalTime from, LocalTime to) {
        hours = new SendingHours(Map.of(channel, new QuietHours(from, to, ZoneChoice.CUSTOMER)), ZoneOffset.UTC);
        return this;
    }

    KafkaReceiptSink kafkaReceipts() {
        return kafkaReceipts;
    }

    Courier start(String instance) throws Exception {
        return start(instance, 32);
    }

    Courier start(String instance, int callsAtOnce) throws Exception {
        var settings = new CourierSettings(
                bootstrapServers(),
                topics,
                topics.messages(),
                instance,
                Duration.ofMinutes(30),
                500,
                callsAtOnce,
                new CallRules(rates, onDoubt));
        var parts = new CourierParts(
                ledger,
                suppressions,
                consents,
                erasures,
                () -> hours,
                new LiquidRenderer(),
                DevMailboxConnector.besides(connectors, mailbox, clock),
                receipts,
                Optional.empty(),
                clock,
                new SplittableRandom(1));
        var courier = new Courier(settings, parts);
        couriers.add(courier);
        courier.start();
        return courier;
    }

    Post publish(Content... contents) throws Exception {
        for (Content content : contents) {
            append(topics.journeys(), content.id().topicKey(), WireJson.write(content));
        }
        return this;
    }

    Post decide(Message... messages) throws Exception {
        for (Message message : messages) {
            append(topics.messages(), message.customer().value(), WireJson.write(message));
        }
        return this;
    }

    Post cancel(Message message) throws Exception {
        var cancellation = new Cancellation(message.journey(), message.run(), message.customer(), TEN, "ordered");
        append(topics.messages(), message.customer().value(), WireJson.write(cancellation));
        return this;
    }

    /** The engine has forgotten a customer. */
    Post erase(String customer, Instant at, Erasure.Why why) throws Exception {
        var erasure = new Erasure(new CustomerId(customer), at, new EventId("receipt"), why);
        append(topics.messages(), customer, WireJson.write(erasure));
        return this;
    }

    Post append(String topic, String key, byte @Nullable [] value) throws Exception {
        producer.send(new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value))
                .get();
        return this;
    }

    Topics topics() {
        return topics;
    }

    static Message email(String id) {
        return message(id, Channel.EMAIL, id + "@example.com", REMINDER, Instant.MAX);
    }

    static Message sms(String id) {
        return message(id, Channel.SMS, "+49123", NUDGE, Instant.MAX);
    }

    static Message message(String id, Channel channel, String to, Content content, Instant expires) {
        return new Message(
                new MessageId(id),
                new JourneyId("abandoned-cart"),
                "v1",
                new RunId("run-of-" + id),
                new StepId("reminder"),
                channel,
                new CustomerId("customer-of-" + id),
                TEN,
                to,
                "offers",
                content.id(),
                Map.of(),
                expires);
    }

    void awaitState(String id, MessageState state) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> state(id).equals(Optional.of(state)));
    }

    /** Empty while it is not in the ledger yet. */
    Optional<MessageState> state(String id) {
        return ledger.find(new MessageId(id)).map(LedgerEntry::state);
    }

    LedgerEntry entry(String id) {
        return ledger.find(new MessageId(id)).orElseThrow();
    }

    void awaitCount(MessageState state, int count) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> ledger.counts().stream()
                                .filter(kind -> kind.state() == state)
                                .mapToLong(LedgerCount::count)
                                .sum()
                        == count);
    }

    List<Event> receipts() throws Exception {
        var events = new ArrayList<Event>();
        for (byte[] json : read(topics.events())) {
            events.add(EventJson.read(json, TEN));
        }
        return events;
    }

    List<Fact> facts() throws Exception {
        var facts = new ArrayList<Fact>();
        for (byte[] json : read(topics.facts())) {
            facts.add(WireJson.read(json, Fact.class));
        }
        return facts;
    }

    private List<byte[]> read(String topic) throws Exception {
        try (var consumer = new KafkaConsumer<>(
                Map.<String, Object>of("bootstrap.servers", bootstrapServers()),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            var values = new ArrayList<byte[]>();
            while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
                consumer.poll(Duration.ofMillis(50)).forEach(record -> values.add(record.value()));
            }
            return values;
        }
    }

    @Override
    public void close() {
        couriers.forEach(Courier::close);
        producer.close();
        kafkaReceipts.close();
        database.close();
    }
}
