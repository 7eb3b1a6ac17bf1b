package dev.sendero.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.connector.Reconciling;
import dev.sendero.api.message.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A provider that never answers the first call for a message, and can be asked what came of it. */
final class AskedConnector implements Connector, Reconciling {

    private final Channel channel;
    private final Finding finding;
    private final List<Delivery> calls = new CopyOnWriteArrayList<>();
    private final List<Delivery> questions = new CopyOnWriteArrayList<>();

    AskedConnector(Channel channel, Finding finding) {
        this.channel = channel;
        this.finding = finding;
    }

    List<Delivery> calls() {
        return calls;
    }

    List<Delivery> questions() {
        return questions;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean recognisesRepeats() {
        return false;
    }

    @Override
    public Outcome send(Delivery delivery) {
        calls.add(delivery);
        return delivery.attempt() == 1 ? new Outcome.Ambiguous("timed out") : new Outcome.Accepted("second");
    }

    @Override
    public Duration settledAfter() {
        return Duration.ZERO;
    }

    @Override
    public Finding find(Delivery delivery, Instant notBefore) {
        questions.add(delivery);
        return finding;
    }

    @Override
    public void close() {}
}
