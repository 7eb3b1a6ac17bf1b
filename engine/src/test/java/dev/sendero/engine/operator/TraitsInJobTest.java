package dev.sendero.engine.operator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.event.Event;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.core.Admission;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.journey.JourneyChange;
import dev.sendero.engine.journey.JourneyCompiler;
import dev.sendero.engine.journey.JourneyRecord;
import dev.sendero.engine.outbox.OutboxRecord;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedTwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/** Traits and segments of real files, from the publication to the decision. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class TraitsInJobTest {

    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2026-03-01T11:00:00Z");

    private static final String TRAITS = """
            traits:
              value: { sum: event.properties.total, of: Order Completed }
            segments:
              vip: profile.traits.value >= 500
              keen: count("Product Viewed", "1h") >= 2
            """;

    private final List<JourneyRecord> library = new ArrayList<>();
    private int events;

    private static String journey(String id, String trigger) {
        return """
                journey: %s
                state: live
                trigger: %s
                steps: []
                """.formatted(id, trigger);
    }

    private void published(Instant effectiveAt, String traits, String... journeys) {
        library.addAll(records(effectiveAt, traits, journeys));
    }

    private List<JourneyRecord> records(Instant effectiveAt, String traits, String... journeys) {
        var files = new TreeMap<String, String>();
        files.put("sendero.yaml", "currency: EUR\n");
        files.put("traits/customers.yaml", traits);
        for (String journey : journeys) {
            files.put("journeys/" + journey.substring(9, journey.indexOf('\n')) + ".yaml", journey);
        }
        Project project = ProjectReader.read(new ProjectFiles(files));
        assertThat(project.problems()).isEmpty();
        var records = new ArrayList<JourneyRecord>();
        for (JourneyId journey : project.journeys().keySet()) {
            records.add(new JourneyRecord(
                    0,
                    library.size() + records.size(),
                    new JourneyChange.Published(Publications.of(project, journey, effectiveAt))));
        }
        return records;
    }

    private KeyedTwoInputStreamOperatorTestHarness<String, ReceivedEvent, JourneyRecord, OutboxRecord> task()
            throws Exception {
        return new KeyedTwoInputStreamOperatorTestHarness<>(
                new JourneyOperator(() -> List.copyOf(library), JourneyCompiler.BY_RULES),
                ReceivedEvent::key,
                null,
                BasicTypeInfo.STRING_TYPE_INFO);
    }

    private void happens(
            KeyedTwoInputStreamOperatorTestHarness<String, ReceivedEvent, JourneyRecord, OutboxRecord> task,
            Instant at,
            String name,
            Map<String, Object> properties)
            throws Exception {
        var event = Event.track(new EventId("e" + events++), name, new CustomerId("ada"), at, properties);
        task.processElement1(new StreamRecord<>(ReceivedEvent.of(event, Admission.ALL), at.toEpochMilli()));
        task.processWatermark1(new Watermark(at.toEpochMilli()));
    }

    private static List<String> facts(
            KeyedTwoInputStreamOperatorTestHarness<String, ReceivedEvent, JourneyRecord, OutboxRecord> task,
            FactType type)
            throws MalformedJson {
        var facts = new ArrayList<String>();
        var records = task.getSideOutput(JourneyOperator.FACTS);
        for (StreamRecord<OutboxRecord> record : records == null ? List.<StreamRecord<OutboxRecord>>of() : records) {
            Fact fact = WireJson.read(record.getValue().value(), Fact.class);
            if (fact.type() == type) {
                facts.add(fact.at() + " " + fact.journey() + " " + fact.reason());
            }
        }
        return facts;
    }

    @Test
    void traits_travel_with_publications_and_survive_a_restart() throws Exception {
        published(
                NINE,
                TRAITS,
                journey("vip", "{ segment: { entered: vip } }"),
                journey("calm", "{ segment: { left: keen } }"),
                journey("third", "{ event: Order Completed, where: 'count(\"Order Completed\") == 2' }"));
        OperatorSubtaskState snapshot;
        try (var task = task()) {
            task.open();
            happens(task, TEN, "Order Completed", Map.of("total", 400L, "other", 1L));
            happens(task, TEN, "Product Viewed", Map.of());
            happens(task, TEN.plusSeconds(60), "Product Viewed", Map.of());
            assertThat(facts(task, FactType.ENTERED)).isEmpty();
            snapshot = task.snapshot(1, 1);
        }
        try (var task = task()) {
            task.initializeState(snapshot);
            task.open();
            happens(task, TEN.plusSeconds(120), "Order Completed", Map.of("total", 100.5));
            task.processWatermark1(new Watermark(ELEVEN.plusSeconds(1).toEpochMilli()));

            assertThat(facts(task, FactType.ENTERED))
                    .containsExactlyInAnyOrder(
                            "2026-03-01T10:02:00Z vip ", "2026-03-01T10:02:00Z third ", "2026-03-01T11:00:00Z calm ");
        }
    }

    @Test
    void who_is_in_a_segment_when_a_journey_begins_is_entered_only_where_the_file_says_so() throws Exception {
        String other = journey("other", "{ segment: { left: vip } }");
        published(NINE, TRAITS, other);
        try (var task = task()) {
            task.open();
            happens(task, TEN, "Order Completed", Map.of("total", 600L));

            for (JourneyRecord record : records(
                    ELEVEN,
                    TRAITS,
                    other,
                    journey("all", "{ segment: { entered: vip, existing: enter } }"),
                    journey("newcomers", "{ segment: { entered: vip } }"))) {
                task.processElement2(new StreamRecord<>(record));
            }
            task.processWatermark1(new Watermark(ELEVEN.toEpochMilli()));
            happens(task, ELEVEN.plusSeconds(60), "Order Completed", Map.of("total", 600L));

            assertThat(facts(task, FactType.ENTERED)).containsExactly("2026-03-01T11:00:00Z all ");
        }
    }

    @Test
    void a_trait_that_is_new_to_a_running_job_says_so() throws Exception {
        String other = journey("other", "{ segment: { left: vip } }");
        published(NINE, TRAITS, other);
        try (var task = task()) {
            task.open();
            happens(task, TEN, "Order Completed", Map.of("total", 600L));
            assertThat(facts(task, FactType.TRAIT_NEW)).isEmpty();

            String more = TRAITS.replace(
                    "segments:",
                    "  orders: { count: Order Completed }\n  views: { count: Product Viewed, over: 30d }\nsegments:");
            for (JourneyRecord record : records(ELEVEN, more, other)) {
                task.processElement2(new StreamRecord<>(record));
            }
            task.processWatermark1(new Watermark(ELEVEN.toEpochMilli()));

            assertThat(facts(task, FactType.TRAIT_NEW))
                    .containsExactly(
                            "2026-03-01T11:00:00Z other orders: nothing from before 2026-03-01T11:00:00Z is in it",
                            "2026-03-01T11:00:00Z other views: complete from 2026-03-31T11:00:00Z on");
        }
    }
}
