package dev.sendero.engine.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.Heartbeats;
import dev.sendero.api.json.EventJson;
import dev.sendero.core.Admission;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.metrics.groups.UnregisteredMetricsGroup;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class EventRecordsTest {

    private static final Instant RECEIVED = Instant.parse("2026-03-01T10:00:00Z");

    private final EventRecords records = new EventRecords(TimeBounds.DEFAULT);

    @Test
    void an_event_keeps_its_own_time() {
        var happened = RECEIVED.minus(Duration.ofDays(6));

        assertThat(read(eventAt(happened))).containsExactly(ReceivedEvent.of(eventAt(happened), Admission.ALL));
    }

    @Test
    void an_event_keeps_its_anonymous_id() {
        Event login = eventAt(RECEIVED).from("device-1");
        Event before = login.of(new CustomerId("device-1"));

        assertThat(read(login)).extracting(ReceivedEvent::event).containsExactly(login);
        assertThat(read(before)).extracting(ReceivedEvent::event).containsExactly(before);
    }

    @Test
    void a_time_too_far_in_the_future_becomes_the_time_of_the_record() {
        var nearly = RECEIVED.plus(Duration.ofMinutes(5));

        assertThat(read(eventAt(nearly))).containsExactly(ReceivedEvent.of(eventAt(nearly), Admission.ALL));
        assertThat(read(eventAt(nearly.plusMillis(1))))
                .containsExactly(ReceivedEvent.of(eventAt(RECEIVED), Admission.ALL));
        assertThat(read(eventAt(Instant.parse("+999999999-01-01T00:00:00Z"))))
                .containsExactly(ReceivedEvent.of(eventAt(RECEIVED), Admission.ALL));
    }

    @Test
    void an_event_that_is_too_old_may_only_update_the_profile() {
        var old = RECEIVED.minus(Duration.ofDays(7)).minusMillis(1);

        assertThat(read(eventAt(old))).containsExactly(ReceivedEvent.of(eventAt(old), Admission.PROFILE_ONLY));
        assertThat(read(eventAt(Instant.parse("-999999999-01-01T00:00:00Z"))))
                .containsExactly(ReceivedEvent.of(eventAt(Instant.EPOCH), Admission.PROFILE_ONLY));
    }

    @Test
    void a_heartbeat_has_the_time_of_its_record_whatever_its_writer_believes() {
        var heartbeat =
                read(Heartbeats.at(Instant.parse("2030-01-01T00:00:00Z"))).get(0);

        assertThat(heartbeat.event().timestamp()).isEqualTo(RECEIVED);
        assertThat(heartbeat.concernsCustomer()).isFalse();
        assertThat(read("{\"type\":\"heartbeat\"}".getBytes(UTF_8))).containsExactly(heartbeat);
    }

    @Test
    void a_wrong_clock_of_a_device_is_corrected_within_bounds() {
        assertThat(timeOf("\"originalTimestamp\":\"2026-03-01T08:00:00Z\",\"sentAt\":\"2026-03-01T08:10:00Z\""))
                .as("two hours slow, and ten minutes old")
                .isEqualTo(RECEIVED.minus(Duration.ofMinutes(10)));
        assertThat(timeOf("\"originalTimestamp\":\"2026-03-01T08:10:00Z\",\"sentAt\":\"2026-03-01T08:00:00Z\""))
                .as("sent before it happened")
                .isEqualTo(RECEIVED);
        assertThat(timeOf("\"originalTimestamp\":\"2026-02-01T08:00:00Z\",\"sentAt\":\"2026-03-01T08:00:00Z\""))
                .as("kept for a month")
                .isEqualTo(RECEIVED);
        assertThat(timeOf("\"originalTimestamp\":\"2026-03-01T09:00:00Z\""))
                .isEqualTo(RECEIVED.minus(Duration.ofHours(1)));
        assertThat(timeOf("\"timestamp\":\"2026-03-01T09:30:00Z\",\"originalTimestamp\":\"2026-03-01T08:00:00Z\","
                        + "\"sentAt\":\"some day\""))
                .as("a timestamp is taken as it is")
                .isEqualTo(RECEIVED.minus(Duration.ofMinutes(30)));
    }

    private Instant timeOf(String fields) {
        return read(("{\"messageId\":\"m\",\"userId\":\"ada\",\"event\":\"X\"," + fields + "}").getBytes(UTF_8))
                .get(0)
                .event()
                .timestamp();
    }

    @Test
    void an_event_from_the_year_2099_moves_no_watermark() {
        var strategy = EventSource.timeOf(TimeBounds.DEFAULT);
        var assigner = strategy.createTimestampAssigner(() -> new UnregisteredMetricsGroup());

        for (Event event : List.of(eventAt(RECEIVED), eventAt(Instant.parse("2099-01-01T00:00:00Z")))) {
            ReceivedEvent received = read(event).get(0);

            assertThat(assigner.extractTimestamp(received, RECEIVED.toEpochMilli()))
                    .isEqualTo(RECEIVED.toEpochMilli());
        }
    }

    @Test
    void what_holds_no_event_is_left_out() {
        assertThat(read("{".getBytes(UTF_8))).isEmpty();
        assertThat(read("{\"type\":\"track\"}".getBytes(UTF_8))).isEmpty();
        assertThat(read((byte[]) null)).isEmpty();
    }

    @Test
    void what_is_larger_than_an_event_has_to_be_is_left_out() {
        String start = "{\"messageId\":\"m\",\"userId\":\"ada\",\"event\":\"X\"";
        int blanks = EventRecords.MAX_BYTES - start.length() - 1;

        assertThat(read((start + " ".repeat(blanks) + "}").getBytes(UTF_8))).hasSize(1);
        assertThat(read((start + " ".repeat(blanks + 1) + "}").getBytes(UTF_8))).isEmpty();
    }

    private static Event eventAt(Instant timestamp) {
        return Event.track(new EventId("e1"), "Product Viewed", new CustomerId("ada"), timestamp, Map.of("price", 3L));
    }

    private List<ReceivedEvent> read(Event event) {
        return read(EventJson.write(event));
    }

    private List<ReceivedEvent> read(byte[] json) {
        var read = new ArrayList<ReceivedEvent>();
        records.deserialize(
                new ConsumerRecord<>(
                        "events",
                        0,
                        17,
                        RECEIVED.toEpochMilli(),
                        TimestampType.CREATE_TIME,
                        0,
                        0,
                        null,
                        json,
                        new RecordHeaders(),
                        Optional.empty()),
                new ListCollector<>(read));
        return read;
    }
}
