package dev.sendero.store.ledger;

import static dev.sendero.store.ledger.Messages.TEN;
import static dev.sendero.store.ledger.Messages.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.store.Database;
import dev.sendero.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What people decide about messages, on every database. */
abstract class MessageDeskContract {

    private static final Instant LEASE_END = TEN.plus(Duration.ofMinutes(30));
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));

    private final Ledger ledger;
    private final MessageDesk desk;
    private final Claimant courier;

    MessageDeskContract(TestDatabase kind) {
        Database database = kind.emptied();
        ledger = new SqlLedger(database);
        desk = new MessageDesk(database);
        courier = ledger.enlist("courier-1", TEN);
    }

    @Test
    void a_dead_letter_is_tried_again_at_once_and_goes_on_counting() {
        planAndResolve("a1", new Result.Failed("550"));

        assertThat(desk.retry(id("a1"), "anna", NOON)).contains(MessageState.FAILED);

        assertThat(entry("a1").state()).isEqualTo(MessageState.WAITING);
        assertThat(claim())
                .singleElement()
                .extracting(Claim::attempt, claim -> claim.message().id())
                .containsExactly(2, id("a1"));
    }

    @Test
    void what_expired_does_not_expire_again_when_somebody_wants_it_sent() {
        Message brief = email("a1");
        plan(new Message(
                brief.id(),
                brief.journey(),
                brief.version(),
                brief.run(),
                brief.step(),
                brief.channel(),
                brief.customer(),
                brief.at(),
                brief.to(),
                brief.group(),
                brief.content(),
                brief.variables(),
                TEN));
        resolve(new Result.Expired("too late"));

        desk.retry(id("a1"), "anna", NOON);

        assertThat(entry("a1").message()).isEqualTo(brief);
    }

    @Test
    void a_late_answer_to_the_call_in_doubt_does_not_undo_the_decision() {
        plan(email("a1"));
        Claim call = claim().get(0);
        ledger.doubtAbandoned(LEASE_END, NOON);

        assertThat(desk.drop(id("a1"), "anna", NOON)).contains(MessageState.IN_DOUBT);
        ledger.record(courier, List.of(new Resolution(call, new Result.Retry("busy", NOON))), NOON);

        assertThat(entry("a1").state()).isEqualTo(MessageState.DROPPED);
    }

    @Test
    void what_a_courier_has_is_left_alone() {
        plan(email("a1"));
        claim();

        assertThat(desk.retry(id("a1"), "anna", NOON)).contains(MessageState.CLAIMED);
        assertThat(desk.drop(id("a1"), "anna", NOON)).contains(MessageState.CLAIMED);

        assertThat(entry("a1").state()).isEqualTo(MessageState.CLAIMED);
        assertThat(desk.history(id("a1"))).isEmpty();
    }

    @Test
    void what_was_sent_is_not_sent_again() {
        planAndResolve("a1", new Result.Sent("provider-7"));

        assertThat(desk.retry(id("a1"), "anna", NOON)).contains(MessageState.SENT);

        assertThat(entry("a1").state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void what_is_dropped_is_not_claimed_any_more() {
        plan(email("a1"));

        assertThat(desk.drop(id("a1"), "anna", NOON)).contains(MessageState.PLANNED);

        assertThat(claim()).isEmpty();
    }

    @Test
    void a_message_that_is_not_there_cannot_be_decided_about() {
        assertThat(desk.retry(id("a1"), "anna", NOON)).isEmpty();
    }

    @Test
    void the_history_tells_calls_in_vain_and_who_decided() {
        plan(email("a1"));
        resolve(new Result.Retry("451 later", TEN));
        resolve(new Result.Postponed("no call was free", TEN));
        resolve(new Result.Failed("550 never"));
        desk.retry(id("a1"), "anna", NOON);
        resolve(new Result.Sent("provider-7"));

        assertThat(desk.history(id("a1")))
                .extracting(HistoryLine::state, HistoryLine::attempts, HistoryLine::reason, HistoryLine::actor)
                .containsExactly(
                        tuple(MessageState.WAITING, 1, "451 later", ""),
                        tuple(MessageState.FAILED, 2, "550 never", ""),
                        tuple(MessageState.WAITING, 2, "to be tried again", "anna"));
    }

    @Test
    void the_history_tells_why_a_message_is_in_doubt() {
        plan(email("a1"), email("b1"));
        claim();
        ledger.enlist("courier-1", NOON);

        assertThat(desk.history(id("a1")))
                .extracting(HistoryLine::state, HistoryLine::reason)
                .containsExactly(tuple(MessageState.IN_DOUBT, "the courier stopped during the call"));
    }

    @Test
    void a_message_is_found_by_how_its_id_begins() {
        plan(email("abc1"), email("abc2"), email("abd1"), email("b"));

        assertThat(found("abc")).containsExactly("abc1", "abc2");
        assertThat(found("ab")).containsExactly("abc1", "abc2", "abd1");
        assertThat(found("b")).containsExactly("b");
        assertThat(found("c")).isEmpty();
    }

    private List<String> found(String prefix) {
        return desk.findByPrefix(prefix, 9).stream()
                .map(entry -> entry.message().id().value())
                .toList();
    }

    private void plan(Message... messages) {
        ledger.plan(
                List.of(messages).stream()
                        .map(message -> new Planned(message, 0))
                        .toList(),
                List.of(),
                TEN);
    }

    private void planAndResolve(String id, Result result) {
        plan(email(id));
        resolve(result);
    }

    private void resolve(Result result) {
        ledger.record(courier, List.of(new Resolution(claim().get(0), result)), TEN);
    }

    private List<Claim> claim() {
        return ledger.claim(courier, Channel.EMAIL, List.of(0), 9, TEN, LEASE_END);
    }

    private LedgerEntry entry(String id) {
        return ledger.find(id(id)).orElseThrow();
    }

    private static MessageId id(String id) {
        return new MessageId(id);
    }
}
