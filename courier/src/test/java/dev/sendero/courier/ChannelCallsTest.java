package dev.sendero.courier;

import static dev.sendero.courier.Post.NUDGE;
import static dev.sendero.courier.Post.TEN;
import static dev.sendero.courier.Post.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.Topics;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.project.CallRules;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ChannelCallsTest {

    private static final Instant START_BY = TEN.plus(Duration.ofMinutes(10));

    private final SettableClock clock = new SettableClock(TEN);
    private final SettableClock wallClock = new SettableClock(TEN);
    private final List<Attempt> results = new CopyOnWriteArrayList<>();
    private final AtomicInteger wakes = new AtomicInteger();

    @Test
    void a_claim_that_finds_no_free_call_in_time_is_given_back() {
        var hanging = ScriptedConnector.hanging(Channel.SMS).recognisingRepeats();
        ChannelCalls calls = callsTo(hanging);
        calls.carryOut(List.of(claim("m1"), claim("m2")), START_BY);
        await().until(() -> hanging.calls().size() == 1);

        calls.giveBackLate();
        assertThat(results).isEmpty();
        wallClock.advance(Duration.ofMinutes(11));
        calls.giveBackLate();

        assertThat(results)
                .containsExactly(
                        new Attempt.NotCalled(claim("m2"), new Result.Postponed("no call was free", clock.instant())));
    }

    @Test
    void a_call_does_not_begin_when_the_lease_might_run_out_during_it() {
        var healthy = ScriptedConnector.answering(Channel.SMS, delivery -> new Outcome.Accepted("7"));
        wallClock.advance(Duration.ofMinutes(11));

        callsTo(healthy).carryOut(List.of(claim("m1")), START_BY);

        await().until(() -> results.size() == 1);
        assertThat(results.get(0)).isInstanceOf(Attempt.NotCalled.class);
        assertThat(healthy.calls()).isEmpty();
    }

    @Test
    void a_claim_is_held_for_longer_than_the_longest_call_takes() {
        ChannelCalls quick = callsTo(ScriptedConnector.hanging(Channel.SMS));
        ChannelCalls slow = callsTo(ScriptedConnector.hanging(Channel.SMS).taking(Duration.ofHours(1)));

        assertThat(quick.lease()).isEqualTo(Duration.ofMinutes(30));
        assertThat(slow.lease().dividedBy(3))
                .as("what may pass before the call")
                .isEqualTo(slow.lease().minus(Duration.ofHours(1)));
    }

    @Test
    void the_connector_hears_which_part_of_its_rate_is_this_instances() {
        var connector = ScriptedConnector.hanging(Channel.SMS);
        ChannelCalls calls = callsTo(connector);

        calls.reserve(0.25);
        calls.reserve(0);

        assertThat(connector.share()).as("who owns nothing yet calls nobody").isEqualTo(0.25);
    }

    @Test
    void where_repeats_hurt_no_more_is_claimed_than_can_be_called_at_once() {
        var connector = ScriptedConnector.hanging(Channel.SMS);

        assertThat(callsTo(connector).reserve(1)).isEqualTo(1);
        assertThat(callsTo(connector.recognisingRepeats()).reserve(1)).isEqualTo(10);
    }

    @Test
    void there_is_no_room_until_half_of_the_group_is_resolved() {
        ChannelCalls calls = callsTo(ScriptedConnector.hanging(Channel.SMS).recognisingRepeats());
        calls.carryOut(List.of(claim("m1"), claim("m2"), claim("m3"), claim("m4"), claim("m5"), claim("m6")), START_BY);

        assertThat(calls.reserve(1)).isZero();
        calls.resolved(1);
        assertThat(calls.reserve(1)).isEqualTo(5);
    }

    @Test
    void who_was_refused_for_want_of_room_is_told_once_when_there_is_some_again() {
        ChannelCalls calls = callsTo(ScriptedConnector.hanging(Channel.SMS).recognisingRepeats());
        calls.carryOut(List.of(claim("m1"), claim("m2"), claim("m3"), claim("m4"), claim("m5"), claim("m6")), START_BY);

        calls.resolved(1);
        assertThat(wakes).as("nobody has asked").hasValue(0);
        calls.carryOut(List.of(claim("m7")), START_BY);
        calls.reserve(1);
        calls.resolved(1);
        calls.resolved(1);

        assertThat(wakes).hasValue(1);
    }

    @Test
    void while_the_provider_is_left_alone_nothing_that_is_claimed_is_called() {
        var busy = ScriptedConnector.answering(
                        Channel.SMS, delivery -> new Outcome.Retryable("429", Duration.ofMinutes(1), true))
                .recognisingRepeats();
        ChannelCalls calls = callsTo(busy);

        calls.carryOut(List.of(claim("m1"), claim("m2"), claim("m3")), START_BY);

        await().until(() -> results.size() == 3);
        assertThat(busy.calls()).hasSize(1);
        assertThat(results)
                .filteredOn(Attempt.NotCalled.class::isInstance)
                .as("given back: that is no attempt")
                .hasSize(2);
        assertThat(calls.reserve(1)).isZero();
    }

    private ChannelCalls callsTo(Connector connector) {
        var settings = new CourierSettings(
                "127.0.0.1:1", Topics.DEFAULT, "group", "one", Duration.ofMinutes(30), 10, 1, CallRules.NONE);
        var contents = new ContentCache(1_000);
        contents.put(NUDGE.id(), NUDGE, 10);
        var secondLook = new SecondLook(
                ScriptedConsents.nobodyWithdraws(),
                new ScriptedErasures(),
                () -> new SendingHours(Map.of(), ZoneOffset.UTC));
        var caller =
                new Caller(secondLook, contents, new LiquidRenderer(), new NobodySuppressed(), Optional.empty(), clock);
        return new ChannelCalls(settings, connector, caller, clock, wallClock, results::add, wakes::incrementAndGet);
    }

    private static Claim claim(String id) {
        return new Claim(sms(id), 1, TEN);
    }
}
