package dev.sendero.store.ledger;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.ContentId;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import java.time.Instant;
import java.util.Map;

/** Messages for tests of the ledger. */
final class Messages {

    static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");

    private Messages() {}

    static Message email(String id) {
        return message(id, "run-of-" + id, Channel.EMAIL);
    }

    static Message sms(String id) {
        return message(id, "run-of-" + id, Channel.SMS);
    }

    static Message message(String id, String run, Channel channel) {
        return new Message(
                new MessageId(id),
                new JourneyId("abandoned-cart"),
                "v1",
                new RunId(run),
                new StepId("reminder"),
                channel,
                new CustomerId("ada"),
                TEN,
                "ada@example.com",
                "offers",
                new ContentId("content-1"),
                Map.of("profile", Map.of("traits", Map.of("name", "Ada", "orders", 3L))),
                Instant.MAX);
    }

    static Cancellation cancellation(String run) {
        return new Cancellation(new JourneyId("abandoned-cart"), new RunId(run), new CustomerId("ada"), TEN, "ordered");
    }
}
