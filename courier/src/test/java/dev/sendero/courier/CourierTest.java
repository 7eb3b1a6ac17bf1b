package dev.sendero.courier;

import static dev.sendero.courier.Post.NUDGE;
import static dev.sendero.courier.Post.REMINDER;
import static dev.sendero.courier.Post.TEN;
import static dev.sendero.courier.Post.email;
import static dev.sendero.courier.Post.message;
import static dev.sendero.courier.Post.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.CustomerId;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.Message;
import dev.sendero.store.consent.ConsentChange;
import dev.sendero.store.ledger.LedgerQuery;
import dev.sendero.store.ledger.MessageState;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CourierTest {

    private static final List<CompletableFuture<Void>> CLOSING = new ArrayList<>();

    private Post post;

    @BeforeEach
    void openPost() throws Exception {
        post = new Post();
        post.publish(REMINDER, NUDGE);
    }

    /** Couriers take their time to stop; they share nothing with those of the next test, which need not wait. */
    @AfterEach
    void closePost() {
        CLOSING.add(CompletableFuture.runAsync(post::close));
    }

    @AfterAll
    static void allAreClosed() {
        CLOSING.forEach(CompletableFuture::join);
    }

    @Test
    void a_message_that_the_topic_repeats_is_delivered_once() throws Exception {
        post.start("one");
        post.decide(email("m1"), email("m1"), email("m2"));

        post.awaitState("m2", MessageState.SENT);
        post.awaitState("m1", MessageState.SENT);
        assertThat(post.mailbox.size()).isEqualTo(2);
        assertThat(post.receipts())
                .extracting(Event::name, receipt -> receipt.customer().value())
                .containsExactlyInAnyOrder(
                        tuple("Email Sent", "customer-of-m1"), tuple("Email Sent", "customer-of-m2"));
    }

    @Test
    void a_message_waits_for_its_content() throws Exception {
        var late = new Content.Sms("", "Published late");
        post.start("one");
        post.decide(message("m1", Channel.SMS, "+49123", late, Instant.MAX));
        post.awaitState("m1", MessageState.WAITING);

        post.publish(late);
        await().until(() -> {
            post.clock.advance(Duration.ofSeconds(2));
            return post.state("m1").equals(Optional.of(MessageState.SENT));
        });

        assertThat(post.entry("m1").attempts()).isEqualTo(1);
    }

    @Test
    void what_is_cancelled_before_it_is_claimed_is_not_sent_and_a_fact_says_so() throws Exception {
        post.cancel(email("m1")).decide(email("m1"), email("m2"));
        post.start("one");

        post.awaitState("m2", MessageState.SENT);
        post.awaitState("m1", MessageState.CANCELLED);
        await().untilAsserted(() -> assertThat(post.facts())
                .extracting(Fact::type, fact -> fact.run().value(), Fact::arm, Fact::reason)
                .containsExactly(tuple(FactType.MESSAGE_CANCELLED, "run-of-m1", "email", "ordered")));
    }

    @Test
    void a_provider_that_is_busy_is_asked_again_when_it_said() throws Exception {
        var calls = new AtomicInteger();
        var connector = ScriptedConnector.answering(
                Channel.EMAIL,
                delivery -> calls.incrementAndGet() == 1
                        ? new Outcome.Retryable("429", Duration.ofHours(1))
                        : new Outcome.Accepted("provider-7"));
        post.with(connector).start("one");
        post.decide(email("m1"));
        post.awaitState("m1", MessageState.WAITING);

        assertThat(post.entry("m1").dueAt()).isEqualTo(TEN.plus(Duration.ofHours(1)));
        post.clock.advance(Duration.ofHours(1));
        post.awaitState("m1", MessageState.SENT);

        assertThat(post.entry("m1").attempts()).isEqualTo(2);
        assertThat(post.entry("m1").providerId()).isEqualTo("provider-7");
        assertThat(connector.calls().get(1).attempt()).isEqualTo(2);
    }

    @Test
    void a_dead_address_is_suppressed_and_never_called_again() throws Exception {
        var connector = ScriptedConnector.answering(
                Channel.EMAIL, delivery -> new Outcome.Permanent("550 5.1.1 no such user", true));
        post.with(connector).start("one");
        post.decide(message("m1", Channel.EMAIL, "gone@example.com", REMINDER, Instant.MAX));
        post.awaitState("m1", MessageState.FAILED);

        post.decide(message("m2", Channel.EMAIL, "Gone@example.com", REMINDER, Instant.MAX));
        post.awaitState("m2", MessageState.SUPPRESSED);

        assertThat(connector.calls()).hasSize(1);
        assertThat(post.receipts()).singleElement().satisfies(receipt -> {
            assertThat(receipt.name()).isEqualTo("Email Bounced");
            assertThat(receipt.properties())
                    .as("the address is named, and not told")
                    .containsEntry(ReceiptEvents.ADDRESS, ReceiptEvents.nameOf(Channel.EMAIL, "gone@example.com"))
                    .doesNotContainValue("gone@example.com");
        });
    }

    @Test
    void who_has_opted_out_with_the_provider_has_withdrawn_consent_and_the_address_is_not_dead() throws Exception {
        var connector =
                ScriptedConnector.answering(Channel.SMS, delivery -> new Outcome.OptedOut("answered STOP before"));
        post.with(connector).start("one");
        post.decide(sms("m1"));
        post.awaitState("m1", MessageState.FAILED);

        assertThat(post.suppressions.find(Channel.SMS, "+49 123")).isPresent();
        CustomerId customer = sms("m1").customer();
        assertThat(post.consents.isWithdrawn(customer, Channel.SMS, "offers", Instant.EPOCH))
                .isTrue();
        assertThat(post.receipts())
                .extracting(Event::customer, Event::name)
                .containsExactly(tuple(customer, "SMS Failed"), tuple(customer, "Unsubscribed"));
        post.decide(sms("m2"));
        post.awaitState("m2", MessageState.SUPPRESSED);
        assertThat(connector.calls()).hasSize(1);
    }

    @Test
    void a_call_in_doubt_is_held() throws Exception {
        var connector = ScriptedConnector.answering(Channel.EMAIL, delivery -> new Outcome.Ambiguous("timed out"));
        post.with(connector).start("one");
        post.decide(email("m1"));
        post.awaitState("m1", MessageState.IN_DOUBT);

        post.clock.advance(Duration.ofDays(2));
        post.decide(sms("m2"));
        post.awaitState("m2", MessageState.SENT);

        assertThat(post.state("m1")).contains(MessageState.IN_DOUBT);
        assertThat(connector.calls()).hasSize(1);
        assertThat(post.receipts()).extracting(Event::name).containsExactly("SMS Sent");
    }

    @Test
    void a_call_in_doubt_is_made_again_where_the_channel_wants_it() throws Exception {
        var connector = ScriptedConnector.answering(
                Channel.EMAIL,
                delivery -> delivery.attempt() == 1 ? new Outcome.Ambiguous("timed out") : new Outcome.Accepted("7"));
        post.with(connector).resending(Channel.EMAIL).start("one");
        post.decide(email("m1"));
        post.awaitState("m1", MessageState.WAITING);

        post.clock.advance(Duration.ofHours(1));

        post.awaitState("m1", MessageState.SENT);
    }

    @Test
    void a_connector_that_throws_leaves_its_message_in_doubt_and_goes_on() throws Exception {
        post.with(ScriptedConnector.answering(Channel.EMAIL, delivery -> {
            if (delivery.id().value().equals("m1")) {
                throw new NoClassDefFoundError("something");
            }
            return new Outcome.Accepted("7");
        }));
        post.start("one", 1);
        post.decide(email("m1"), email("m2"));

        post.awaitState("m1", MessageState.IN_DOUBT);
        post.awaitState("m2", MessageState.SENT);
        assertThat(post.entry("m1").reason()).isEqualTo("the connector failed: NoClassDefFoundError");
    }

    @Test
    void a_provider_that_hangs_holds_up_nobody_else() throws Exception {
        post.with(ScriptedConnector.hanging(Channel.SMS)).start("one", 2);
        for (int number = 0; number < 20; number++) {
            post.decide(sms("s" + number));
        }

        post.decide(email("m1"));

        post.awaitState("m1", MessageState.SENT);
        assertThat(post.state("s0")).contains(MessageState.CLAIMED);
    }

    @Test
    void a_courier_that_stops_in_the_middle_of_a_call_leaves_it_in_doubt_and_the_rest_unclaimed() throws Exception {
        var hanging = ScriptedConnector.hanging(Channel.EMAIL);
        Courier first = post.with(hanging).start("one", 1);
        post.decide(email("m1"), email("m2"));
        await().until(() -> hanging.calls().size() == 1);
        String called = hanging.calls().get(0).id().value();
        String other = called.equals("m1") ? "m2" : "m1";
        post.awaitState(other, MessageState.PLANNED);

        long start = System.nanoTime();
        first.close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(post.state(other)).contains(MessageState.PLANNED);

        post.with(ScriptedConnector.answering(Channel.EMAIL, delivery -> new Outcome.Accepted("7")));
        post.start("one");
        post.awaitState(other, MessageState.SENT);
        assertThat(post.state(called)).contains(MessageState.IN_DOUBT);
    }

    @Test
    void a_courier_that_stops_gives_back_at_once_what_waits_for_its_turn_at_the_provider() throws Exception {
        var nobodysTurn = ScriptedConnector.answering(Channel.EMAIL, delivery -> {
            try {
                new CountDownLatch(1).await();
                return new Outcome.Accepted("7");
            } catch (InterruptedException interrupted) {
                return new Outcome.Postponed("not its turn", Duration.ZERO);
            }
        });
        Courier first = post.with(nobodysTurn).start("one");
        post.decide(email("m1"));
        await().until(() -> nobodysTurn.calls().size() == 1);
        first.close();

        post.with(ScriptedConnector.answering(Channel.EMAIL, delivery -> new Outcome.Accepted("8")));
        post.start("two");

        post.awaitState("m1", MessageState.SENT);
        assertThat(post.entry("m1").attempts()).isEqualTo(1);
    }

    @Test
    void after_a_stop_a_provider_that_recognises_repeats_gets_the_message_again() throws Exception {
        var hanging = ScriptedConnector.hanging(Channel.EMAIL).recognisingRepeats();
        Courier first = post.with(hanging).start("one");
        post.decide(email("m1"));
        await().until(() -> hanging.calls().size() == 1);
        first.close();

        var healthy = ScriptedConnector.answering(Channel.EMAIL, delivery -> new Outcome.Accepted("7"))
                .recognisingRepeats();
        post.with(healthy).start("one");

        post.awaitState("m1", MessageState.SENT);
        assertThat(healthy.calls()).hasSize(1);
    }

    @Test
    void what_was_held_up_until_quiet_hours_waits_for_their_end() throws Exception {
        post.quiet(Channel.SMS, LocalTime.of(9, 0), LocalTime.of(11, 0)).start("one");
        post.decide(sms("m1"));
        post.awaitState("m1", MessageState.WAITING);
        assertThat(post.entry("m1").dueAt()).isEqualTo(TEN.plus(Duration.ofHours(1)));

        post.clock.advance(Duration.ofHours(1));

        post.awaitState("m1", MessageState.SENT);
        assertThat(post.entry("m1").attempts()).as("waiting is no attempt").isEqualTo(1);
    }

    @Test
    void who_unsubscribes_between_decision_and_claim_gets_nothing() throws Exception {
        Message message = email("m1");
        post.consents.append(List.of(new ConsentChange(
                message.customer(), Channel.EMAIL, "", false, TEN.plusSeconds(1), "one-click unsubscribe", "")));
        post.start("one");
        post.decide(message, email("m2"));

        post.awaitState("m1", MessageState.SKIPPED);
        post.awaitState("m2", MessageState.SENT);
        assertThat(post.entry("m1").reason()).contains("withdrawn consent");
        assertThat(post.entry("m1").attempts()).isZero();
        assertThat(post.receipts()).extracting(Event::name).containsExactly("Email Sent");
        assertThat(post.facts())
                .extracting(Fact::type, fact -> fact.run().value(), Fact::reason)
                .containsExactly(tuple(FactType.MESSAGE_CANCELLED, "run-of-m1", "no_consent"));
    }

    @Test
    void a_provider_that_fails_again_and_again_is_left_alone_and_no_attempt_is_counted() throws Exception {
        var failing =
                ScriptedConnector.answering(Channel.EMAIL, delivery -> new Outcome.Retryable("451", Duration.ZERO));
        post.with(failing).start("one", 5);
        for (int number = 0; number < 60; number++) {
            post.decide(email("m" + number));
        }
        post.decide(sms("last"));
        post.awaitState("last", MessageState.SENT);

        await().until(() -> failing.calls().size() >= 20);
        post.awaitCount(MessageState.CLAIMED, 0);
        assertThat(failing.calls()).hasSizeLessThan(30);
        assertThat(post.ledger.newest(LedgerQuery.ALL.in(MessageState.PLANNED), Long.MAX_VALUE, 100))
                .hasSizeGreaterThan(30)
                .allSatisfy(entry -> assertThat(entry.attempts()).isZero());
    }

    @Test
    void a_channel_with_a_rate_is_called_no_more_often() throws Exception {
        post.atMost(Channel.EMAIL, 1, Duration.ofHours(1)).start("one");
        post.decide(email("m1"), email("m2"), sms("s1"), sms("s2"));

        post.awaitState("s1", MessageState.SENT);
        post.awaitState("s2", MessageState.SENT);
        post.awaitCount(MessageState.SENT, 3);
        assertThat(post.mailbox.size()).isEqualTo(3);
        post.awaitCount(MessageState.PLANNED, 1);
    }

    @Test
    void what_is_too_late_is_not_sent() throws Exception {
        post.start("one");
        post.decide(message("m1", Channel.EMAIL, "ada@example.com", REMINDER, TEN));

        post.awaitState("m1", MessageState.EXPIRED);
        assertThat(post.mailbox.size()).isZero();
    }

    @Test
    void a_message_that_cannot_be_rendered_fails_with_the_reason() throws Exception {
        post.start("one");
        post.decide(message("m1", Channel.SMS, "", NUDGE, Instant.MAX));

        post.awaitState("m1", MessageState.FAILED);
        assertThat(post.entry("m1").reason()).isEqualTo("there is no recipient");
        assertThat(post.receipts()).extracting(Event::name).containsExactly("SMS Failed");
    }

    @Test
    void a_record_that_is_no_message_is_left_out() throws Exception {
        for (String text : List.of("no JSON", "null", "{}", "")) {
            post.append(post.topics().messages(), "x", text.getBytes(StandardCharsets.UTF_8));
        }
        post.append(post.topics().messages(), "x", null);
        post.decide(email("m1")).start("one");

        post.awaitState("m1", MessageState.SENT);
    }

    @Test
    void receipts_that_cannot_be_written_are_written_later() throws Exception {
        var refusals = new AtomicInteger(2);
        post.with(receipts -> {
            if (refusals.getAndDecrement() > 0) {
                throw new IllegalStateException("away");
            }
            post.kafkaReceipts().accept(receipts);
        });
        post.start("one");
        post.decide(email("m1"));

        post.awaitState("m1", MessageState.SENT);
        assertThat(post.receipts()).extracting(Event::name).containsExactly("Email Sent");
    }

    @Test
    void two_couriers_share_the_work_and_one_takes_over_what_the_other_leaves() throws Exception {
        Courier first = post.start("one");
        post.start("two");
        for (int number = 0; number < 20; number++) {
            post.decide(email("a" + number));
        }
        post.awaitCount(MessageState.SENT, 20);

        first.close();
        for (int number = 0; number < 20; number++) {
            post.decide(email("b" + number));
        }

        post.awaitCount(MessageState.SENT, 40);
        assertThat(post.mailbox.size()).isEqualTo(40);
    }
}
