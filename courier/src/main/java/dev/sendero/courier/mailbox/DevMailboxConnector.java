package dev.sendero.courier.mailbox;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import dev.sendero.store.mailbox.Mailbox;
import dev.sendero.store.mailbox.MailboxEntry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;

/** Puts messages of one channel into the dev mailbox, each once. */
public final class DevMailboxConnector implements Connector {

    private final Channel channel;
    private final Mailbox mailbox;
    private final InstantSource clock;

    /** @param clock dates the arrival */
    public DevMailboxConnector(Channel channel, Mailbox mailbox, InstantSource clock) {
        this.channel = channel;
        this.mailbox = mailbox;
        this.clock = clock;
    }

    /** The configured connectors, and the dev mailbox for every other channel. */
    public static Map<Channel, Connector> besides(
            Map<Channel, Connector> configured, Mailbox mailbox, InstantSource clock) {
        var connectors = new EnumMap<Channel, Connector>(Channel.class);
        for (Channel channel : Channel.values()) {
            connectors.put(channel, new DevMailboxConnector(channel, mailbox, clock));
        }
        connectors.putAll(configured);
        return Map.copyOf(connectors);
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Outcome send(Delivery delivery) {
        var entry = new MailboxEntry(
                0,
                delivery.id(),
                delivery.journey(),
                delivery.run(),
                delivery.step(),
                delivery.customer(),
                delivery.group(),
                clock.instant(),
                delivery.content());
        try {
            mailbox.put(entry);
        } catch (RuntimeException unavailable) {
            return new Outcome.Retryable("the mailbox cannot be written", Duration.ZERO);
        }
        return new Outcome.Accepted("mailbox");
    }

    @Override
    public void close() {}
}
