package dev.sendero.engine;

import dev.sendero.api.Topics;
import dev.sendero.core.identity.IdentityBounds;
import dev.sendero.engine.event.EventSource;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.identity.EventsForDevices;
import dev.sendero.engine.identity.IdentityOperator;
import dev.sendero.engine.item.FanOutFunction;
import dev.sendero.engine.item.ItemRouter;
import dev.sendero.engine.item.PublishedFanOuts;
import dev.sendero.engine.item.TopicFanOuts;
import dev.sendero.engine.journey.JourneyCompiler;
import dev.sendero.engine.journey.JourneyRecord;
import dev.sendero.engine.journey.JourneyTopic;
import dev.sendero.engine.operator.JourneyOperator;
import dev.sendero.engine.outbox.OutboxRecord;
import dev.sendero.engine.outbox.OutboxSink;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The topology: events and journeys in, messages and facts out. */
public final class JourneyJob {

    private JourneyJob() {}

    /**
     * Adds the job to an environment, which is configured as the settings ask; nothing runs yet.
     *
     * @return what was decided, for whoever wants to look on: messages, and facts as {@link JourneyOperator#FACTS}
     */
    public static SingleOutputStreamOperator<OutboxRecord> build(
            StreamExecutionEnvironment environment, JobSettings settings) {
        JobConfiguration.apply(environment, settings);
        Topics topics = settings.topics();
        var journeyTopic = new JourneyTopic(settings.bootstrapServers(), topics.journeys());

        DataStream<ReceivedEvent> events = environment
                .fromSource(
                        EventSource.of(settings.bootstrapServers(), topics.events(), settings.time()),
                        EventSource.timeOf(settings.time()),
                        "events")
                .uid("events")
                .filter(ReceivedEvent::concernsCustomer)
                .name("without heartbeats")
                .uid("without-heartbeats");

        DataStream<JourneyRecord> journeys = environment
                .fromSource(journeyTopic.source(), WatermarkStrategy.noWatermarks(), "journeys")
                .uid("journeys")
                .setParallelism(1);

        SingleOutputStreamOperator<OutboxRecord> messages = decided(
                reaching(events, new TopicFanOuts(journeyTopic)),
                journeys,
                new JourneyOperator(journeyTopic, JourneyCompiler.BY_RULES));

        messages.sinkTo(new OutboxSink(settings.bootstrapServers(), topics.messages()))
                .name("messages")
                .uid("messages");
        messages.getSideOutput(JourneyOperator.FACTS)
                .sinkTo(new OutboxSink(settings.bootstrapServers(), topics.facts()))
                .name("facts")
                .uid("facts");
        messages.getSideOutput(JourneyOperator.DRAINED)
                .sinkTo(new OutboxSink(settings.bootstrapServers(), topics.journeys()))
                .name("drained versions")
                .uid("drained-versions");
        return messages;
    }

    /**
     * The middle of the job, whatever is at its ends: what was decided about each customer. Events about items reach who
     * sent them, like all others.
     */
    public static SingleOutputStreamOperator<OutboxRecord> decisions(
            DataStream<ReceivedEvent> events, DataStream<JourneyRecord> journeys, JourneyOperator operator) {
        return decided(withoutAnonymousId(events).union(identified(events)), journeys, operator);
    }

    private static SingleOutputStreamOperator<OutboxRecord> decided(
            DataStream<ReceivedEvent> events, DataStream<JourneyRecord> journeys, JourneyOperator operator) {
        return events.keyBy(ReceivedEvent::key)
                .connect(journeys.broadcast())
                .transform("journeys of customers", OutboxRecord.TYPE, operator)
                .uid("decisions")
                // The sinks block their task while they append.
                .disableChaining();
    }

    /** Each event under its customer, and events about items under all those who are interested in them. */
    private static DataStream<ReceivedEvent> reaching(DataStream<ReceivedEvent> events, PublishedFanOuts fanOuts) {
        SingleOutputStreamOperator<ReceivedEvent> ofUsers = withoutAnonymousId(events)
                .process(new ItemRouter(fanOuts), ReceivedEvent.TYPE)
                .name("items of users")
                .uid("items-of-users");
        SingleOutputStreamOperator<ReceivedEvent> ofDevices = identified(events)
                .process(new ItemRouter(fanOuts), ReceivedEvent.TYPE)
                .name("items of devices")
                .uid("items-of-devices");
        DataStream<ReceivedEvent> reached = ofUsers.getSideOutput(ItemRouter.ITEMS)
                .union(ofDevices.getSideOutput(ItemRouter.ITEMS))
                .keyBy(input -> input.item().key())
                .process(new FanOutFunction(), ReceivedEvent.TYPE)
                .name("fan-out")
                .uid("fan-out");
        return ofUsers.union(ofDevices, reached);
    }

    /** What has no anonymous id says itself whose it is, and takes no detour. */
    private static DataStream<ReceivedEvent> withoutAnonymousId(DataStream<ReceivedEvent> events) {
        return events.filter(event -> !event.hasAnonymousId())
                .name("without an anonymous id")
                .uid("without-anonymous-id");
    }

    /** Events of devices, each under the customer whose it is. */
    private static DataStream<ReceivedEvent> identified(DataStream<ReceivedEvent> events) {
        return events.flatMap(new EventsForDevices())
                .returns(ReceivedEvent.TYPE)
                .name("with an anonymous id")
                .uid("with-anonymous-id")
                .keyBy(ReceivedEvent::anonymousId)
                .transform("identity", ReceivedEvent.TYPE, new IdentityOperator(IdentityBounds.DEFAULT))
                .uid("identity");
    }
}
