package dev.sendero.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A provider that answers no call before a test lets it, and would take every message again. */
final class SlowConnector implements Connector {

    private final Channel channel;
    private final CountDownLatch answers = new CountDownLatch(1);
    private final List<Delivery> calls = new CopyOnWriteArrayList<>();

    SlowConnector(Channel channel) {
        this.channel = channel;
    }

    List<Delivery> calls() {
        return calls;
    }

    /** Every call that waits, and every later one. */
    void answer() {
        answers.countDown();
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
        try {
            answers.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return new Outcome.Ambiguous("interrupted");
        }
        return new Outcome.Accepted("7");
    }

    @Override
    public void close() {}
}
