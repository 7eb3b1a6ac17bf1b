package dev.sendero.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.store.TestDatabase;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every database must hold to; inherited once for each. */
abstract class JournalContract {

    private static final Instant TEN = Instant.parse("2026-03-01T10:00:30Z");
    private static final JourneyId CART = new JourneyId("abandoned-cart");

    private final Journal journal;

    JournalContract(TestDatabase database) {
        journal = new SqlJournal(database.emptied());
    }

    @Test
    void a_fact_counts_once_however_often_it_is_recorded() {
        Fact entered = entered("ada", TEN);

        List<Fact> first = journal.record(List.of(entered, entered));
        List<Fact> again = journal.record(List.of(entered, entered("bob", TEN)));

        assertThat(first).containsExactly(entered);
        assertThat(again).containsExactly(entered("bob", TEN));
        assertThat(journal.counts())
                .containsExactly(new FactCount(CART, "v1", FactType.ENTERED, "", "", "", 2, BigDecimal.ZERO));
    }

    @Test
    void values_of_conversions_add_up_exactly() {
        journal.record(List.of(converted("ada", "19.99"), converted("bob", "0.01"), converted("cyd", "100.005")));

        assertThat(journal.counts())
                .containsExactly(
                        new FactCount(CART, "v1", FactType.CONVERTED, "", "", "", 3, new BigDecimal("120.005")));
    }

    @Test
    void each_version_step_arm_and_reason_has_its_own_count() {
        journal.record(List.of(
                step("v1", "offer", "plain"),
                step("v1", "offer", "discount"),
                step("v2", "offer", "plain"),
                step("v1", "nudge", "")));

        assertThat(journal.counts())
                .extracting(count -> count.version() + " " + count.step() + " " + count.arm() + " " + count.count())
                .containsExactly("v1 nudge  1", "v1 offer discount 1", "v1 offer plain 1", "v2 offer plain 1");
    }

    @Test
    void minutes_are_counted_from_a_time_on() {
        journal.record(List.of(
                entered("ada", TEN),
                entered("bob", TEN.plusSeconds(20)),
                entered("cyd", TEN.plusSeconds(60)),
                entered("dan", TEN.minusSeconds(60))));

        assertThat(journal.countsByMinute(CART, TEN))
                .containsExactly(
                        new MinuteCount(Instant.parse("2026-03-01T10:00:00Z"), FactType.ENTERED, 2),
                        new MinuteCount(Instant.parse("2026-03-01T10:01:00Z"), FactType.ENTERED, 1));
    }

    @Test
    void the_timeline_of_a_customer_is_whole_and_newest_first() {
        Fact converted = converted("ada", "19.99");
        journal.record(List.of(entered("ada", TEN), entered("bob", TEN), converted));

        assertThat(journal.timeline(new CustomerId("ada"), 10)).containsExactly(converted, entered("ada", TEN));
        assertThat(journal.timeline(new CustomerId("ada"), 1)).containsExactly(converted);
    }

    @Test
    void a_text_with_the_character_zero_is_recorded_without_it() {
        journal.record(List.of(entered("a\0da", TEN)));

        assertThat(journal.timeline(new CustomerId("a\uFFFDda"), 10)).hasSize(1);
    }

    private static Fact entered(String customer, Instant at) {
        return fact(at, "v1", customer, FactType.ENTERED, "", "", Money.NONE);
    }

    private static Fact converted(String customer, String amount) {
        Money value = new Money(new BigDecimal(amount), "EUR");
        return fact(TEN.plusSeconds(90), "v1", customer, FactType.CONVERTED, "", "", value);
    }

    private static Fact step(String version, String step, String arm) {
        return fact(TEN, version, "ada", FactType.STEP, step, arm, Money.NONE);
    }

    private static Fact fact(
            Instant at, String version, String customer, FactType type, String step, String arm, Money value) {
        return new Fact(at, CART, version, new RunId("run-1"), customer, type, step, arm, "c1", "", value, 0);
    }
}
