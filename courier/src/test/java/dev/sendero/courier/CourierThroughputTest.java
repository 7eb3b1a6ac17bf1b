package dev.sendero.courier;

import static dev.sendero.courier.Post.REMINDER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.store.ledger.MessageState;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@Tag("slow")
class CourierThroughputTest {

    private static final Logger LOG = LoggerFactory.getLogger(CourierThroughputTest.class);
    private static final int MESSAGES = 20_000;

    @Test
    void messages_reach_the_mailbox_at_a_rate_that_is_printed() throws Exception {
        try (var post = new Post()) {
            post.publish(REMINDER);
            post.decideAll(IntStream.range(0, MESSAGES)
                    .mapToObj(number -> Post.email("m" + number))
                    .toList());

            long start = System.nanoTime();
            post.start("one");
            post.awaitCount(MessageState.SENT, MESSAGES);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);

            long perSecond = MESSAGES * 1_000L / taken.toMillis();
            LOG.warn("{} messages in {}: {} a second", MESSAGES, taken, perSecond);
            assertThat(post.mailbox.size()).isEqualTo(MESSAGES);
        }
    }
}
