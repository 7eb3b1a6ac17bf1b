package dev.sendero.courier;

import static dev.sendero.courier.Post.REMINDER;
import static dev.sendero.courier.Post.email;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sendero.api.connector.Delivery;
import dev.sendero.api.message.Channel;
import dev.sendero.store.ledger.LedgerQuery;
import dev.sendero.store.ledger.MessageState;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two couriers, one consumer group, a provider that would take every message twice. */
class RebalanceTest {

    private static final int MESSAGES = 60;
    private static final int CALLS_AT_ONCE = 4;

    private final SlowConnector provider = new SlowConnector(Channel.EMAIL);
    private Post post;

    @BeforeEach
    void openPost() throws Exception {
        post = new Post();
        post.publish(REMINDER).with(provider);
    }

    @AfterEach
    void closePost() {
        provider.answer();
        post.close();
    }

    @Test
    void partitions_that_move_in_the_middle_of_slow_calls_send_nothing_twice() throws Exception {
        decideMany();
        post.start("one", CALLS_AT_ONCE);
        awaitCalls(CALLS_AT_ONCE);

        post.start("two", CALLS_AT_ONCE);
        awaitCalls(2 * CALLS_AT_ONCE);
        provider.answer();

        post.awaitCount(MessageState.SENT, MESSAGES);
        assertThat(provider.calls())
                .extracting(Delivery::id)
                .doesNotHaveDuplicates()
                .hasSize(MESSAGES);
        assertThat(post.ledger.newest(LedgerQuery.ALL, Long.MAX_VALUE, MESSAGES))
                .as("both have worked, and none called for the other")
                .extracting(entry -> entry.claimant().owner())
                .contains("one", "two");
    }

    @Test
    void partitions_that_come_back_in_the_middle_of_slow_calls_send_nothing_twice() throws Exception {
        decideMany();
        Courier first = post.start("one", CALLS_AT_ONCE);
        awaitCalls(CALLS_AT_ONCE);
        Courier second = post.start("two", CALLS_AT_ONCE);
        awaitCalls(2 * CALLS_AT_ONCE);
        provider.answer();

        second.close();
        post.awaitCount(MessageState.SENT, MESSAGES);

        assertThat(provider.calls()).extracting(Delivery::id).doesNotHaveDuplicates();
        first.close();
    }

    /** Kafka takes seconds to hand partitions over. */
    private void awaitCalls(int calls) {
        await().atMost(Duration.ofSeconds(60)).until(() -> provider.calls().size() == calls);
    }

    private void decideMany() throws Exception {
        for (int number = 0; number < MESSAGES; number++) {
            post.decide(email("m" + number));
        }
    }
}
