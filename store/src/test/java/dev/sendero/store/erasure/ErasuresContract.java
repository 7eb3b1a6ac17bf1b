package dev.sendero.store.erasure;

import static dev.sendero.store.erasure.StoredShop.ADA;
import static dev.sendero.store.erasure.StoredShop.BOB;
import static dev.sendero.store.erasure.StoredShop.NOON;
import static dev.sendero.store.erasure.StoredShop.TEN;
import static dev.sendero.store.erasure.StoredShop.fact;
import static dev.sendero.store.erasure.StoredShop.mail;
import static dev.sendero.store.erasure.StoredShop.message;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.EventId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;
import dev.sendero.store.Database;
import dev.sendero.store.TestDatabase;
import dev.sendero.store.consent.ConsentChange;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.LedgerQuery;
import dev.sendero.store.ledger.MessageState;
import dev.sendero.store.ledger.Result;
import dev.sendero.store.suppression.Suppression;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every database must hold to; inherited once for each. */
abstract class ErasuresContract {

    private static final List<String> TABLES = List.of(
            "fact",
            "mailbox",
            "message_ledger",
            "message_history",
            "suppression",
            "consent_change",
            "erased",
            "erasure_request");

    private final Database database;
    private final StoredShop shop;

    ErasuresContract(TestDatabase database) {
        this.database = database.emptied();
        shop = new StoredShop(this.database);
    }

    /** All rows of all tables in which somebody may be named. */
    private String everything() {
        return database.read(handle -> {
            var all = new StringBuilder();
            TABLES.forEach(table -> all.append(
                    handle.createQuery("SELECT * FROM " + table).mapToMap().list()));
            return all.toString();
        });
    }

    @Test
    void no_table_names_who_has_been_erased_and_others_stay() {
        shop.leavesTraces(ADA);
        shop.leavesTraces(BOB);
        shop.plan(message("waiting", ADA, TEN));

        ErasureProgress progress = shop.erase();

        assertThat(everything()).doesNotContain("ada-lovelace").contains("Name of bob", "Dear bob", "550 refused bob");
        assertThat(progress.cleared()).isEqualTo(new Cleared(1, 3, 2, 1, 1));
        assertThat(shop.journal.timeline(ADA, 9)).isEmpty();
        assertThat(shop.journal.timeline(BOB, 9)).hasSize(2);
        assertThat(shop.mailbox.size()).isEqualTo(1);
        assertThat(shop.consents.of(ADA, 9)).isEmpty();
        assertThat(shop.consents.of(BOB, 9)).hasSize(1);
    }

    @Test
    void a_message_that_waits_is_not_sent() {
        shop.plan(message("planned", ADA, TEN), message("of-bob", BOB, TEN));

        shop.erase();

        assertThat(shop.stateOf("planned")).isEqualTo(MessageState.CANCELLED);
        assertThat(shop.claim("of-bob").message().customer()).isEqualTo(BOB);
        assertThat(shop.ledger.newest(LedgerQuery.ALL.of(ADA.value()), Long.MAX_VALUE, 9))
                .isEmpty();
    }

    @Test
    void of_a_message_only_stays_that_it_was_one() {
        shop.plan(message("planned", ADA, TEN));

        shop.erase();

        assertThat(shop.entry("planned").message())
                .isEqualTo(message("planned", ADA, TEN).erased());
        assertThat(shop.entry("planned").message().isErased()).isTrue();
        assertThat(shop.entry("planned").message().journey())
                .isEqualTo(message("planned", ADA, TEN).journey());
    }

    @Test
    void a_message_that_comes_again_or_late_is_not_sent() {
        shop.plan(message("planned", ADA, TEN));
        shop.erase();

        shop.plan(message("planned", ADA, TEN), message("late", ADA, NOON), message("of-bob", BOB, TEN));

        assertThat(shop.ledger.claim(shop.courier, Channel.EMAIL, List.of(0), 9, NOON, NOON.plusSeconds(9)))
                .extracting(claim -> claim.message().id().value())
                .containsExactly("of-bob");
        assertThat(everything()).doesNotContain("ada-lovelace");
    }

    @Test
    void whoever_comes_back_gets_messages_again() {
        shop.erase();

        Message later = message("later", ADA, NOON.plusMillis(1));
        shop.plan(later);
        shop.erasures.complete(erasure(NOON, Erasure.Why.ASKED), NOON);

        assertThat(shop.claim("later").message()).isEqualTo(later);
    }

    static List<Result> resultsOfNoCall() {
        return List.of(
                new Result.Retry("busy", NOON),
                new Result.Postponed("quiet hours", NOON),
                new Result.InDoubt("no answer"));
    }

    @ParameterizedTest
    @MethodSource("resultsOfNoCall")
    void a_call_that_was_under_way_is_not_made_again(Result result) {
        shop.plan(message("claimed", ADA, TEN));
        Claim claim = shop.claim("claimed");

        shop.erase();
        shop.comesTo(claim, result);

        assertThat(shop.stateOf("claimed")).isEqualTo(MessageState.CANCELLED);
        assertThat(everything()).doesNotContain("ada-lovelace", "busy", "no answer");
    }

    @Test
    void a_call_that_was_under_way_is_known_to_have_been_made() {
        shop.plan(message("claimed", ADA, TEN));
        Claim claim = shop.claim("claimed");

        shop.erase();
        shop.comesTo(claim, new Result.Sent("provider's id"));

        assertThat(shop.stateOf("claimed")).isEqualTo(MessageState.SENT);
        assertThat(shop.entry("claimed").providerId()).isEmpty();
    }

    @Test
    void a_call_of_which_nobody_hears_again_is_not_in_doubt() {
        shop.plan(message("abandoned", ADA, TEN), message("stopped", ADA, TEN));
        shop.claim("abandoned");

        shop.erase();
        shop.ledger.doubtAbandoned(NOON.plus(Duration.ofDays(1)), NOON);
        shop.ledger.enlist("courier-1", NOON);

        assertThat(shop.stateOf("abandoned")).isEqualTo(MessageState.CANCELLED);
        assertThat(shop.stateOf("stopped")).isEqualTo(MessageState.CANCELLED);
        assertThat(shop.desk.history(shop.entry("abandoned").message().id())).isEmpty();
    }

    @Test
    void a_message_in_doubt_is_settled_by_it() {
        shop.plan(message("doubtful", ADA, TEN));
        shop.comesTo(shop.claim("doubtful"), new Result.InDoubt("no answer"));

        shop.erase();

        assertThat(shop.stateOf("doubtful")).isEqualTo(MessageState.CANCELLED);
        assertThat(shop.ledger.doubtful(Channel.EMAIL, List.of(0), 0, 9)).isEmpty();
    }

    @Test
    void nobody_can_have_it_tried_again() {
        shop.plan(message("failed", ADA, TEN));
        shop.comesTo(shop.claim("failed"), new Result.Failed("refused"));
        shop.erase();

        assertThat(shop.desk.retry(shop.entry("failed").message().id(), "eve", NOON))
                .isEmpty();
        assertThat(shop.stateOf("failed")).isEqualTo(MessageState.FAILED);
    }

    @Test
    void what_is_counted_stays_as_it_is_also_when_facts_come_again() {
        Fact entered = fact(ADA, FactType.ENTERED, TEN);
        shop.journal.record(List.of(entered, fact(BOB, FactType.ENTERED, TEN)));
        var before = shop.journal.counts();

        shop.erase();
        shop.journal.record(List.of(entered));

        assertThat(shop.journal.counts()).isEqualTo(before);
        assertThat(everything()).doesNotContain("ada-lovelace", entered.id());
    }

    @Test
    void a_message_that_is_stopped_is_counted_as_cancelled() {
        shop.plan(message("planned", ADA, TEN), message("another", ADA, TEN));

        shop.erase();

        assertThat(shop.journal.counts())
                .extracting(count -> count.type() + " " + count.reason() + " " + count.count())
                .containsExactly("MESSAGE_CANCELLED erased 2");
    }

    @Test
    void a_fact_that_comes_late_is_counted_once_and_names_nobody() {
        shop.erase();

        Fact exited = fact(ADA, FactType.EXITED, NOON);
        shop.journal.record(List.of(exited));
        shop.journal.record(List.of(exited));

        assertThat(shop.journal.counts()).singleElement().satisfies(count -> assertThat(count.count())
                .isEqualTo(1));
        assertThat(everything()).doesNotContain("ada-lovelace");
        assertThat(shop.journal.timeline(ADA, 9)).isEmpty();
    }

    @Test
    void the_mailbox_does_not_take_in_what_was_under_way() {
        Message claimed = message("claimed", ADA, TEN);
        shop.plan(claimed);
        shop.claim("claimed");

        shop.erase();
        shop.mailbox.put(mail(claimed, NOON.plusSeconds(1)));

        assertThat(shop.mailbox.size()).isZero();
    }

    @Test
    void what_was_said_of_consent_before_is_not_written_down_after() {
        shop.erase();

        shop.consents.append(List.of(
                new ConsentChange(ADA, Channel.EMAIL, "offers", true, TEN, "event", ""),
                new ConsentChange(ADA, Channel.EMAIL, "offers", false, NOON.plusSeconds(1), "event", "")));

        assertThat(shop.consents.of(ADA, 9)).extracting(ConsentChange::granted).containsExactly(false);
    }

    @Test
    void a_suppressed_address_stays_so_and_is_nowhere_to_be_read() {
        shop.suppressions.add(Channel.EMAIL, "Ada-Lovelace@example.com", "complained", TEN);
        database.write(handle -> handle.execute(
                "INSERT INTO suppression (channel, address, reason, at_millis) VALUES ('sms', '+4912345', 'STOP', 0)"));

        shop.erase();

        assertThat(shop.suppressions.find(Channel.EMAIL, "ada-lovelace@EXAMPLE.com"))
                .map(Suppression::reason)
                .contains("complained");
        assertThat(shop.suppressions.find(Channel.SMS, "+4912345"))
                .map(Suppression::reason)
                .contains("STOP");
        assertThat(everything()).doesNotContain("ada-lovelace", "+4912345");
        shop.suppressions.remove(Channel.SMS, "+4912345");
        assertThat(shop.suppressions.find(Channel.SMS, "+4912345")).isEmpty();
    }

    @Test
    void the_store_knows_who_has_been_erased_and_up_to_when() {
        shop.erase();

        assertThat(shop.erasures.isErased(ADA, NOON)).isTrue();
        assertThat(shop.erasures.isErased(ADA, NOON.plusMillis(1))).isFalse();
        assertThat(shop.erasures.isErased(BOB, TEN)).isFalse();
    }

    @Test
    void a_request_is_done_when_the_engine_has_forgotten_too() {
        assertThat(shop.erase().done()).isFalse();
        shop.erasures.complete(erasure(NOON, Erasure.Why.DEVICE), NOON);
        assertThat(shop.erasures.find(new EventId("receipt-1")).orElseThrow().done())
                .isFalse();

        shop.erasures.complete(erasure(NOON.plusSeconds(2), Erasure.Why.ASKED), NOON.plusSeconds(3));

        ErasureProgress progress = shop.erasures.find(new EventId("receipt-1")).orElseThrow();
        assertThat(progress.done()).isTrue();
        assertThat(progress.doneAt()).isEqualTo(NOON.plusSeconds(3));
        assertThat(shop.erasures.isErased(ADA, NOON.plusSeconds(2))).isTrue();
        assertThat(shop.erasures.find(new EventId("another"))).isEmpty();
    }

    @Test
    void what_comes_in_between_is_erased_when_the_engine_has_forgotten() {
        shop.erase();
        shop.plan(message("in-between", ADA, NOON.plusSeconds(1)));

        shop.erasures.complete(erasure(NOON.plusSeconds(2), Erasure.Why.ASKED), NOON.plusSeconds(3));

        assertThat(shop.stateOf("in-between")).isEqualTo(MessageState.CANCELLED);
        assertThat(shop.erasures
                        .find(new EventId("receipt-1"))
                        .orElseThrow()
                        .cleared()
                        .stoppedMessages())
                .isEqualTo(1);
    }

    @Test
    void a_receipt_that_the_database_cannot_write_holds_up_nobody() {
        var receipt = new EventId("receipt\0");
        shop.erasures.begin(receipt, ADA, NOON, NOON);

        shop.erasures.complete(new Erasure(ADA, NOON, receipt, Erasure.Why.ASKED), NOON);

        assertThat(shop.erasures.find(receipt).orElseThrow().done()).isTrue();
    }

    private static Erasure erasure(Instant at, Erasure.Why why) {
        return new Erasure(ADA, at, new EventId("receipt-1"), why);
    }

    @Test
    void erasing_somebody_of_whom_nothing_is_kept_does_no_harm() {
        assertThat(shop.erase().cleared()).isEqualTo(new Cleared(0, 0, 0, 0, 0));
        assertThat(shop.ledger.newest(LedgerQuery.ALL, Long.MAX_VALUE, 9)).isEmpty();
        assertThat(shop.mailbox.newest(Set.of(), "", Long.MAX_VALUE, 9)).isEmpty();
    }
}
