package dev.sendero.engine.item;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.core.made.Item;
import dev.sendero.core.made.ItemInput;
import dev.sendero.engine.event.ReceivedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
class FanOutFunctionTest {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
    private static final Item LAMP = item(100_000);

    private KeyedOneInputStreamOperatorTestHarness<String, ItemInput, ReceivedEvent> harness = harness();

    private static Item item(int atMost) {
        return new Item("Product Back In Stock\nlamp", Duration.ofDays(30).toMillis(), atMost);
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ItemInput, ReceivedEvent> harness() {
        try {
            return new KeyedOneInputStreamOperatorTestHarness<>(
                    new KeyedProcessOperator<>(new FanOutFunction()),
                    input -> input.item().key(),
                    BasicTypeInfo.STRING_TYPE_INFO);
        } catch (Exception impossible) {
            throw new IllegalStateException("harness: cannot be made (expected: it can)", impossible);
        }
    }

    @BeforeEach
    void open() throws Exception {
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void an_event_about_an_item_reaches_each_of_100_000_customers_who_viewed_it() throws Exception {
        for (int customer = 0; customer < 100_000; customer++) {
            shows(LAMP, "c" + customer, customer);
        }

        announce(LAMP, "n1", 200_000);
        timeReaches(200_000);

        assertThat(reached()).hasSize(100_000).doesNotHaveDuplicates().contains("c0", "c99999");
    }

    @Test
    void of_more_than_may_be_reached_those_are_who_viewed_it_last() throws Exception {
        Item few = item(10);
        for (int customer = 0; customer < 500; customer++) {
            shows(few, "c" + customer, customer);
        }

        announce(few, "n1", 1_000);
        timeReaches(1_000);

        assertThat(reached())
                .containsExactlyInAnyOrder(
                        "c490", "c491", "c492", "c493", "c494", "c495", "c496", "c497", "c498", "c499");
        assertThat(harness.numKeyedStateEntries()).as("interests of the item").isLessThan(20);
    }

    @Test
    void whoever_views_it_later_is_not_reached_also_where_the_view_comes_first() throws Exception {
        shows(LAMP, "early", 500);
        shows(LAMP, "same-instant", 1_000);
        shows(LAMP, "late", 1_001);
        shows(LAMP, "again", 900);
        shows(LAMP, "again", 1_500);

        announce(LAMP, "n1", 1_000);
        timeReaches(5_000);

        assertThat(reached()).containsExactlyInAnyOrder("early", "same-instant", "again");
    }

    @Test
    void an_interest_runs_out() throws Exception {
        shows(LAMP, "ada", 0);
        timeReaches(1_000);
        announce(LAMP, "in-time", LAMP.overMillis());
        announce(LAMP, "too-late", LAMP.overMillis() + 1);
        timeReaches(LAMP.overMillis() * 3);

        assertThat(harness.extractOutputValues())
                .extracting(event -> event.id().value())
                .containsExactly("in-time#ada");
        assertThat(harness.numKeyedStateEntries()).as("kept of anything").isZero();
    }

    @Test
    void a_device_that_has_become_a_users_is_not_reached_any_more() throws Exception {
        shows(LAMP, "phone", 100);
        announce(LAMP, "before", 200);
        harness.processElement(new StreamRecord<>(new ItemInput.Shown(LAMP, "ada", at(300))));
        harness.processElement(new StreamRecord<>(new ItemInput.Gone(LAMP, "phone", at(300))));
        announce(LAMP, "after", 400);
        timeReaches(500);

        assertThat(harness.extractOutputValues())
                .extracting(event -> event.id().value())
                .containsExactly("before#phone", "after#ada");
    }

    @Test
    void interests_and_what_waits_survive_a_restart() throws Exception {
        shows(LAMP, "ada", 100);
        shows(LAMP, "ben", 2_000);
        announce(LAMP, "n1", 1_000);
        OperatorSubtaskState snapshot = harness.snapshot(1, 1);
        harness.close();

        harness = harness();
        harness.initializeState(snapshot);
        harness.open();
        timeReaches(5_000);

        assertThat(reached()).containsExactly("ada");
    }

    @Test
    void it_goes_on_before_the_watermark_that_has_released_it() throws Exception {
        shows(LAMP, "ada", 100);
        announce(LAMP, "n1", 1_000);
        timeReaches(5_000);

        assertThat(harness.getOutput()).hasSize(2).last().isInstanceOf(Watermark.class);
        assertThat(harness.getOutput())
                .first()
                .isEqualTo(new StreamRecord<>(harness.extractOutputValues().get(0), at(1_000)));
    }

    private static long at(long millis) {
        return TEN.toEpochMilli() + millis;
    }

    private void shows(Item item, String customer, long millis) throws Exception {
        harness.processElement(new StreamRecord<>(new ItemInput.Shown(item, customer, at(millis))));
    }

    private void announce(Item item, String id, long millis) throws Exception {
        Event event = Event.track(
                new EventId(id),
                "Product Back In Stock",
                new CustomerId("warehouse"),
                Instant.ofEpochMilli(at(millis)),
                Map.of("product_id", "lamp"));
        harness.processElement(new StreamRecord<>(new ItemInput.Announced(item, event)));
    }

    private void timeReaches(long millis) throws Exception {
        harness.processWatermark(new Watermark(at(millis)));
    }

    private List<String> reached() {
        return harness.extractOutputValues().stream().map(ReceivedEvent::key).toList();
    }
}
