package dev.sendero.courier;

import static dev.sendero.courier.Post.REMINDER;
import static dev.sendero.courier.Post.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.connector.Reconciling.Finding;
import dev.sendero.api.event.Event;
import dev.sendero.api.message.Channel;
import dev.sendero.store.ledger.MessageState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DoubtsTest {

    private Post post;

    @BeforeEach
    void openPost() throws Exception {
        post = new Post();
        post.publish(REMINDER);
    }

    @AfterEach
    void closePost() {
        post.close();
    }

    @Test
    void a_message_that_the_provider_has_is_sent_and_its_customer_hears_of_it_once() throws Exception {
        var provider = new AskedConnector(Channel.EMAIL, new Finding.Arrived("first"));
        post.with(provider).start("one");
        post.decide(email("m1"));

        post.awaitState("m1", MessageState.SENT);

        assertThat(post.entry("m1").providerId()).isEqualTo("first");
        assertThat(provider.calls()).hasSize(1);
        assertThat(provider.questions())
                .extracting(asked -> asked.content().to())
                .containsExactly("m1@example.com");
        assertThat(post.receipts()).extracting(Event::name).containsExactly("Email Sent");
    }

    @Test
    void a_message_that_the_provider_does_not_have_is_sent_again() throws Exception {
        var provider = new AskedConnector(Channel.EMAIL, new Finding.NotArrived());
        post.with(provider).start("one");
        post.decide(email("m1"));

        post.awaitState("m1", MessageState.SENT);

        assertThat(post.entry("m1").providerId()).isEqualTo("second");
        assertThat(provider.calls()).hasSize(2);
    }

    @Test
    void what_the_provider_does_not_know_stays_in_doubt_even_where_doubts_are_sent_again_until_it_was_asked_some_times()
            throws Exception {
        var provider = new AskedConnector(Channel.EMAIL, new Finding.Unknown("busy"));
        post.with(provider).resending(Channel.EMAIL).start("one");
        post.decide(email("m1"));

        await().until(() -> !provider.questions().isEmpty());

        assertThat(post.state("m1")).contains(MessageState.IN_DOUBT);
        assertThat(provider.calls()).hasSize(1);
    }
}
