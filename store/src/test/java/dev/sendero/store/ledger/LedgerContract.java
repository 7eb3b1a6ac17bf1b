package dev.sendero.store.ledger;

import static dev.sendero.store.ledger.Messages.TEN;
import static dev.sendero.store.ledger.Messages.cancellation;
import static dev.sendero.store.ledger.Messages.email;
import static dev.sendero.store.ledger.Messages.message;
import static dev.sendero.store.ledger.Messages.sms;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every database must hold to; inherited once for each. */
abstract class LedgerContract {

    private static final Instant LEASE_END = TEN.plus(Duration.ofMinutes(30));

    private final Ledger ledger;
    private final Claimant courier;

    LedgerContract(TestDatabase database) {
        ledger = new SqlLedger(database.emptied());
        courier = ledger.enlist("courier-1", TEN);
    }

    @Test
    void a_planned_message_is_kept_as_it_is_and_once() {
        plan(email("m1"));
        plan(email("m1"));

        assertThat(ledger.newest(LedgerQuery.ALL, Long.MAX_VALUE, 9)).hasSize(1);
        LedgerEntry entry = entry("m1");
        assertThat(entry.message()).isEqualTo(email("m1"));
        assertThat(entry.state()).isEqualTo(MessageState.PLANNED);
        assertThat(entry.attempts()).isZero();
    }

    @Test
    void whose_an_address_is_is_found_by_channel_and_in_whatever_case() {
        plan(email("m1"), email("m2"));

        assertThat(ledger.customersAt(Channel.EMAIL, "ADA@example.com")).containsExactly(new CustomerId("ada"));
        assertThat(ledger.customersAt(Channel.SMS, "ada@example.com")).isEmpty();
    }

    @Test
    void a_claim_takes_each_message_once() {
        plan(email("m1"), email("m2"), email("m3"));

        List<Claim> first = claim(Channel.EMAIL, 2);
        List<Claim> second = claim(Channel.EMAIL, 2);

        assertThat(ids(first)).containsExactly("m1", "m2");
        assertThat(ids(second)).containsExactly("m3");
        assertThat(claim(Channel.EMAIL, 2)).isEmpty();
        assertThat(first.get(0)).isEqualTo(new Claim(email("m1"), 1, TEN));
        assertThat(entry("m1").state()).isEqualTo(MessageState.CLAIMED);
        assertThat(entry("m1").claimant()).isEqualTo(courier);
    }

    @Test
    void a_claim_takes_only_its_channel_and_its_partitions() {
        ledger.plan(
                List.of(new Planned(email("m1"), 0), new Planned(email("m2"), 7), new Planned(sms("m3"), 0)),
                List.of(),
                TEN);

        assertThat(ids(claim(Channel.EMAIL, 9))).containsExactly("m1");
    }

    @Test
    void the_backlog_of_one_partition_leaves_room_for_the_others() {
        var backlog = new ArrayList<Planned>();
        IntStream.range(0, 10).forEach(number -> backlog.add(new Planned(email("a" + number), 0)));
        backlog.add(new Planned(email("b"), 1));
        ledger.plan(backlog, List.of(), TEN);

        List<Claim> claims = ledger.claim(courier, Channel.EMAIL, List.of(0, 1), 4, TEN, LEASE_END);

        assertThat(ids(claims)).contains("b", "a0", "a1");
    }

    @Test
    void a_message_that_waits_is_claimed_when_it_is_due() {
        plan(email("m1"));
        resolve(new Result.Retry("busy", TEN.plusSeconds(60)));

        assertThat(claimAt(TEN.plusSeconds(59))).isEmpty();
        List<Claim> again = claimAt(TEN.plusSeconds(60));

        assertThat(again).extracting(Claim::attempt).containsExactly(2);
        assertThat(entry("m1").reason()).isEqualTo("busy");
    }

    @Test
    void a_message_that_was_planned_by_a_clock_that_ran_ahead_is_due_when_the_clock_is_right_again() {
        ledger.plan(List.of(new Planned(email("m1"), 0)), List.of(), TEN.plus(Duration.ofHours(1)));

        assertThat(ids(claimAt(TEN))).containsExactly("m1");
    }

    @Test
    void a_postponed_claim_is_no_attempt() {
        plan(email("m1"));
        resolve(new Result.Postponed("no content yet", TEN.plusSeconds(1)));

        assertThat(claimAt(TEN.plusSeconds(1))).extracting(Claim::attempt).containsExactly(1);
    }

    @Test
    void every_end_is_recorded() {
        assertThat(stateAfter("m1", new Result.Sent("provider-7"))).isEqualTo(MessageState.SENT);
        assertThat(stateAfter("m2", new Result.Failed("no such user"))).isEqualTo(MessageState.FAILED);
        assertThat(stateAfter("m3", new Result.InDoubt("timed out"))).isEqualTo(MessageState.IN_DOUBT);
        assertThat(stateAfter("m4", new Result.Expired("too late"))).isEqualTo(MessageState.EXPIRED);
        assertThat(stateAfter("m5", new Result.Suppressed("bounced"))).isEqualTo(MessageState.SUPPRESSED);

        assertThat(entry("m1").providerId()).isEqualTo("provider-7");
        assertThat(entry("m2").reason()).isEqualTo("no such user");
        assertThat(claimAt(TEN.plus(Duration.ofDays(30)))).isEmpty();
    }

    @Test
    void an_instance_that_comes_back_finds_its_unresolved_claims_in_doubt() {
        plan(email("m1"), email("m2"));
        claim(Channel.EMAIL, 1);
        Claimant other = ledger.enlist("courier-2", TEN);
        ledger.claim(other, Channel.EMAIL, List.of(0), 1, TEN, LEASE_END);

        Claimant successor = ledger.enlist("courier-1", TEN);

        assertThat(successor.epoch()).isGreaterThan(courier.epoch());
        assertThat(entry("m1").state()).isEqualTo(MessageState.IN_DOUBT);
        assertThat(entry("m2").state()).isEqualTo(MessageState.CLAIMED);
    }

    @Test
    void a_claim_is_in_doubt_when_its_lease_has_run_out() {
        plan(email("m1"));
        claim(Channel.EMAIL, 1);

        assertThat(ledger.doubtAbandoned(LEASE_END.minusMillis(1), TEN)).isZero();
        assertThat(ledger.doubtAbandoned(LEASE_END, TEN)).isEqualTo(1);
        assertThat(entry("m1").state()).isEqualTo(MessageState.IN_DOUBT);
    }

    @Test
    void a_late_answer_resolves_the_doubt() {
        plan(email("m1"));
        Claim claim = claim(Channel.EMAIL, 1).get(0);
        ledger.doubtAbandoned(LEASE_END, TEN);

        Set<MessageId> recorded =
                ledger.record(courier, List.of(new Resolution(claim, new Result.Sent("provider-7"))), TEN);

        assertThat(recorded).containsExactly(claim.message().id());
        assertThat(entry("m1").state()).isEqualTo(MessageState.SENT);
    }

    @Test
    void an_earlier_life_cannot_resolve_what_a_later_one_has_claimed() {
        plan(email("m1"));
        Claim old = claim(Channel.EMAIL, 1).get(0);
        Claimant successor = ledger.enlist("courier-1", TEN);
        ledger.resendDoubtful(Channel.EMAIL, List.of(0), TEN);
        ledger.claim(successor, Channel.EMAIL, List.of(0), 1, TEN, LEASE_END);

        Set<MessageId> recorded =
                ledger.record(courier, List.of(new Resolution(old, new Result.Failed("too late"))), TEN);

        assertThat(recorded).isEmpty();
        assertThat(entry("m1").state()).isEqualTo(MessageState.CLAIMED);
        assertThat(entry("m1").claimant()).isEqualTo(successor);
    }

    @Test
    void messages_in_doubt_are_due_again_on_their_channel_only() {
        plan(email("m1"), sms("m2"));
        claim(Channel.EMAIL, 1);
        claim(Channel.SMS, 1);
        ledger.enlist("courier-1", TEN);

        assertThat(ledger.resendDoubtful(Channel.EMAIL, List.of(0), TEN)).isEqualTo(1);

        assertThat(entry("m1").state()).isEqualTo(MessageState.WAITING);
        assertThat(entry("m2").state()).isEqualTo(MessageState.IN_DOUBT);
    }

    @Test
    void what_was_taken_and_did_not_arrive_is_due_again_once_for_each_attempt() {
        plan(email("m1"));
        resolve(new Result.Sent("provider-7"));

        assertThat(sendAgain("m1", "provider-6")).as("another attempt").isFalse();
        assertThat(sendAgain("m1", "provider-7")).isTrue();
        assertThat(sendAgain("m1", "provider-7")).as("a repeated report").isFalse();

        assertThat(entry("m1").state()).isEqualTo(MessageState.WAITING);
        assertThat(entry("m1").reason()).isEqualTo("off");
        assertThat(entry("m1").attempts()).isEqualTo(1);
        assertThat(claimAt(TEN)).isEmpty();
        assertThat(claimAt(TEN.plusSeconds(60))).hasSize(1);
        assertThat(entry("m1").attempts()).isEqualTo(2);
    }

    private boolean sendAgain(String id, String providerId) {
        return ledger.sendAgain(new MessageId(id), providerId, "off", TEN.plusSeconds(60), TEN);
    }

    @Test
    void what_is_not_claimed_when_its_run_ends_is_cancelled() {
        plan(message("m1", "run-1", Channel.EMAIL), message("m2", "run-1", Channel.SMS), email("m3"));
        claim(Channel.EMAIL, 1);

        List<Cancelled> cancelled = ledger.plan(List.of(), List.of(cancellation("run-1")), TEN);

        assertThat(cancelled)
                .containsExactly(new Cancelled(message("m2", "run-1", Channel.SMS), cancellation("run-1"), 0));
        assertThat(entry("m1").state()).isEqualTo(MessageState.CLAIMED);
        assertThat(entry("m2").state()).isEqualTo(MessageState.CANCELLED);
        assertThat(entry("m3").state()).isEqualTo(MessageState.PLANNED);
    }

    @Test
    void a_cancellation_reaches_a_message_that_arrives_with_it() {
        List<Planned> messages = List.of(new Planned(message("m1", "run-1", Channel.EMAIL), 0));

        ledger.plan(messages, List.of(cancellation("run-1")), TEN);

        assertThat(entry("m1").state()).isEqualTo(MessageState.CANCELLED);
    }

    @Test
    void a_repeated_cancellation_names_the_same_messages_again() {
        plan(message("m2", "run-1", Channel.EMAIL), message("m1", "run-1", Channel.EMAIL));

        List<Cancelled> first = ledger.plan(List.of(), List.of(cancellation("run-1")), TEN);
        List<Cancelled> again = ledger.plan(List.of(), List.of(cancellation("run-1")), TEN);

        assertThat(again).isEqualTo(first);
        assertThat(first).extracting(Cancelled::occurrence).containsExactly(0, 1);
    }

    @Test
    void messages_are_listed_newest_first_counted_and_exported() {
        plan(email("m1"), sms("m2"), email("m3"));
        claim(Channel.SMS, 1);

        assertThat(ledger.newest(LedgerQuery.ALL.of("ada").in(MessageState.PLANNED), Long.MAX_VALUE, 9))
                .extracting(entry -> entry.message().id().value())
                .containsExactly("m3", "m1");
        assertThat(ledger.newest(LedgerQuery.ALL.of("bob"), Long.MAX_VALUE, 9)).isEmpty();
        assertThat(ledger.counts())
                .extracting(count -> count.channel() + " " + count.state() + " " + count.count())
                .containsExactly("EMAIL PLANNED 2", "SMS CLAIMED 1");
        var exported = new ArrayList<String>();
        ledger.export(entry -> exported.add(entry.message().id().value()));
        assertThat(exported).containsExactly("m1", "m2", "m3");
    }

    @Test
    void couriers_that_claim_at_the_same_time_get_different_messages() {
        plan(IntStream.range(0, 300).mapToObj(number -> email("m" + number)).toArray(Message[]::new));

        List<String> claimed = IntStream.range(0, 30)
                .parallel()
                .mapToObj(any -> claim(Channel.EMAIL, 10))
                .flatMap(claims -> ids(claims).stream())
                .toList();

        assertThat(claimed).doesNotHaveDuplicates();
        assertThat(claimed.size() + claim(Channel.EMAIL, 300).size()).isEqualTo(300);
    }

    private void plan(Message... messages) {
        ledger.plan(Stream.of(messages).map(message -> new Planned(message, 0)).toList(), List.of(), TEN);
    }

    private List<Claim> claim(Channel channel, int limit) {
        return ledger.claim(courier, channel, List.of(0), limit, TEN, LEASE_END);
    }

    private List<Claim> claimAt(Instant now) {
        return ledger.claim(courier, Channel.EMAIL, List.of(0), 9, now, LEASE_END);
    }

    private void resolve(Result result) {
        Claim claim = claim(Channel.EMAIL, 1).get(0);
        ledger.record(courier, List.of(new Resolution(claim, result)), TEN);
    }

    private MessageState stateAfter(String id, Result result) {
        plan(email(id));
        resolve(result);
        return entry(id).state();
    }

    private LedgerEntry entry(String id) {
        return ledger.find(new MessageId(id)).orElseThrow();
    }

    private static List<String> ids(List<Claim> claims) {
        return claims.stream().map(claim -> claim.message().id().value()).toList();
    }
}
