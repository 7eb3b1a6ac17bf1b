package dev.sendero.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.link.Links;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.template.Renderer;
import dev.sendero.store.consent.ConsentLog;
import dev.sendero.store.erasure.Erasures;
import dev.sendero.store.ledger.Ledger;
import dev.sendero.store.suppression.Suppressions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * What a courier works with. Whoever makes these closes them, after the courier.
 *
 * @param hours when customers may get messages, as the project says at the moment; asked by many threads
 * @param connectors one for every channel
 * @param links makes addresses at which customers reach the gateway; empty where nobody can reach it
 * @param clock the process's clock, real or simulated: when messages are due and expire
 * @param random spreads retries
 */
public record CourierParts(
        Ledger ledger,
        Suppressions suppressions,
        ConsentLog consents,
        Erasures erasures,
        Supplier<SendingHours> hours,
        Renderer renderer,
        Map<Channel, Connector> connectors,
        ReceiptSink receipts,
        Optional<Links> links,
        InstantSource clock,
        RandomGenerator random) {

    /** @throws IllegalArgumentException when a channel has no connector */
    public CourierParts {
        for (Channel channel : List.of(Channel.values())) {
            if (!connectors.containsKey(channel)) {
                throw new IllegalArgumentException(
                        "connectors: none for " + channel.wireName() + " (expected: one for every channel)");
            }
        }
    }
}
