package dev.sendero.courier;

import static dev.sendero.courier.Post.NUDGE;
import static dev.sendero.courier.Post.REMINDER;
import static dev.sendero.courier.Post.TEN;
import static dev.sendero.courier.Post.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Erasure;
import dev.sendero.store.ledger.MessageState;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing more goes out to who has been erased, and nothing of them stays. */
class ErasureTest {

    private static final CustomerId CUSTOMER = new CustomerId("customer-of-m1");

    private Post post;

    @BeforeEach
    void openPost() throws Exception {
        post = new Post();
        post.publish(REMINDER, NUDGE);
    }

    @AfterEach
    void closePost() {
        post.close();
    }

    @Test
    void a_message_of_somebody_who_has_been_erased_is_not_taken_up() throws Exception {
        post.erasures.begin(new EventId("receipt"), CUSTOMER, TEN, TEN);
        post.decide(email("m1"), email("m2"));
        post.start("one");

        post.awaitState("m2", MessageState.SENT);
        assertThat(post.state("m1")).isEmpty();
        assertThat(post.mailbox.size()).isEqualTo(1);
    }

    @Test
    void a_message_that_waits_is_cancelled_when_the_engine_has_forgotten_its_customer() throws Exception {
        post.with(ScriptedConnector.answering(
                Channel.EMAIL, delivery -> new Outcome.Retryable("busy", Duration.ofHours(1))));
        post.decide(email("m1"));
        post.start("one");
        post.awaitState("m1", MessageState.WAITING);

        post.erase("customer-of-m1", TEN, Erasure.Why.ASKED);

        post.awaitState("m1", MessageState.CANCELLED);
        assertThat(post.entry("m1").message()).isEqualTo(email("m1").erased());
        assertThat(post.receipts()).isEmpty();
    }

    @Test
    void of_a_call_that_was_under_way_journeys_are_told_nothing() throws Exception {
        var called = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        post.with(ScriptedConnector.answering(Channel.EMAIL, delivery -> {
            called.countDown();
            await().until(() -> answer.getCount() == 0);
            return new Outcome.Accepted("provider's id");
        }));
        post.decide(email("m1"));
        post.start("one");
        await().until(() -> called.getCount() == 0);

        post.erasures.begin(new EventId("receipt"), CUSTOMER, TEN, TEN);
        answer.countDown();

        post.awaitState("m1", MessageState.SENT);
        assertThat(post.entry("m1").message().isErased()).isTrue();
        assertThat(post.entry("m1").providerId()).isEmpty();
        assertThat(post.receipts()).isEmpty();
    }

    @Test
    void a_user_who_was_found_by_a_device_is_to_be_erased_as_such() throws Exception {
        post.erase("ada", TEN, Erasure.Why.USER);
        post.start("one");

        await().until(() -> !post.receipts().isEmpty());
        Event asked = post.receipts().get(0);
        assertThat(asked.type()).isEqualTo(EventType.ERASE);
        assertThat(asked.customer()).isEqualTo(new CustomerId("ada"));
        assertThat(asked.id()).isEqualTo(new EventId("receipt"));
        assertThat(ErasureEvents.whyOf(asked)).isEqualTo(Erasure.Why.ASKED);
    }
}
