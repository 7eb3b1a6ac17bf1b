package dev.sendero.benchmarks.courier;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.rules.template.RenderFailure;
import dev.sendero.rules.template.Renderer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The messages of one run, the same for everybody who takes part. */
record BenchMessages(JourneyId journey) {

    static final Content.Email MAIL = new Content.Email(
            "",
            "shop@example.com",
            "{{ profile.traits.name }}, your cart still waits",
            "",
            Content.Format.HTML,
            "<p>Hello {{ profile.traits.name }}, the {{ profile.traits.item }} is still in your cart.</p>",
            Map.of());
    static final Content.Webhook CALL = new Content.Webhook(
            "http://127.0.0.1/",
            "{\"customer\":\"{{ profile.id }}\",\"item\":\"{{ profile.traits.item }}\"}",
            Map.of());
    static final Content.Sms TEXT = new Content.Sms("", "Your cart still waits");

    private static final int DOMAINS = 50;

    Message message(Channel channel, int number) {
        String customer = "customer-" + number;
        var traits = Map.of("name", "Customer " + number, "item", "Lamp " + number % 100);
        var run = new RunId(journey + "-" + channel.wireName() + "-" + number);
        var step = new StepId("reminder");
        return new Message(
                MessageId.of(journey, new CustomerId(customer), run, step, 0),
                journey,
                "v1",
                run,
                step,
                channel,
                new CustomerId(customer),
                Instant.now(),
                addressOf(channel, number),
                channel.reachesCustomer() ? "offers" : "",
                contentOf(channel).id(),
                Map.of("profile", Map.of("id", customer, "traits", traits)),
                Instant.MAX);
    }

    private static String addressOf(Channel channel, int number) {
        return switch (channel) {
            case EMAIL -> "customer-" + number + "@shop" + number % DOMAINS + ".example";
            case SMS -> "+491700000000";
            default -> "";
        };
    }

    private static Content contentOf(Channel channel) {
        return switch (channel) {
            case EMAIL -> MAIL;
            case SMS -> TEXT;
            default -> CALL;
        };
    }

    /** As the courier makes it of the message. */
    Delivery delivery(Channel channel, int number, Renderer renderer) throws RenderFailure {
        Message message = message(channel, number);
        return new Delivery(
                message.id(),
                message.journey(),
                message.run(),
                message.step(),
                message.customer(),
                message.group(),
                renderer.render(contentOf(channel), message.to(), message.variables()),
                message.at(),
                1,
                Optional.empty());
    }
}
