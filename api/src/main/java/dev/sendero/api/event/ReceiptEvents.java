package dev.sendero.api.event;

import dev.sendero.api.EventId;
import dev.sendero.api.Hash;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a message, told as an event of its customer, so that journeys can wait for it. A receipt names its
 * message, run, journey and step in its properties.
 */
public final class ReceiptEvents {

    public static final String MESSAGE = "message_id";
    public static final String RUN = "run_id";
    public static final String JOURNEY = "journey_id";
    public static final String STEP = "step_id";

    /** Names the address of a bounce without telling it, by {@link #nameOf}. */
    public static final String ADDRESS = "address_hash";

    /** What can become of a message. */
    public enum Kind {
        SENT("Sent"),
        DELIVERED("Delivered"),
        OPENED("Opened"),
        CLICKED("Clicked"),
        BOUNCED("Bounced"),
        FAILED("Failed"),
        /** The customer calls it spam. */
        COMPLAINED("Marked as Spam");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** For example {@code Email Opened}, as Segment's e-mail specification names it; {@code SMS Sent}. */
        public String eventName(Channel channel) {
            return channel.title() + " " + word;
        }
    }

    private ReceiptEvents() {}

    /** The receipt of one kind for one message; saying it twice gives the same event id. */
    public static Event of(Kind kind, Message message, Instant at) {
        return Event.track(
                new EventId("receipt-" + Hash.of(24, kind.name(), message.id().value())),
                kind.eventName(message.channel()),
                message.customer(),
                at,
                Map.of(
                        MESSAGE, message.id().value(),
                        RUN, message.run().value(),
                        JOURNEY, message.journey().value(),
                        STEP, message.step().value()));
    }

    /** The receipt for a message whose address is dead. @param address the one that was called */
    public static Event bounced(Message message, String address, Instant at) {
        Event receipt = of(Kind.BOUNCED, message, at);
        var properties = new LinkedHashMap<>(receipt.properties());
        properties.put(ADDRESS, nameOf(message.channel(), address));
        return Event.track(receipt.id(), receipt.name(), receipt.customer(), at, properties);
    }

    /** Equal for addresses that {@link Channel#comparable} makes equal. */
    public static String nameOf(Channel channel, String address) {
        return Hash.of(16, "address", channel.wireName(), channel.comparable(address));
    }

    /** The kind of receipt that an event of this name is, if it is one. */
    public static Optional<Kind> kindOf(String eventName) {
        for (Channel channel : Channel.values()) {
            for (Kind kind : Kind.values()) {
                if (kind.eventName(channel).equals(eventName)) {
                    return Optional.of(kind);
                }
            }
        }
        return Optional.empty();
    }
}
