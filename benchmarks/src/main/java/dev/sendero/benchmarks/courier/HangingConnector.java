package dev.sendero.benchmarks.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/** A provider that takes every call and never answers. */
final class HangingConnector implements Connector {

    private final CountDownLatch never = new CountDownLatch(1);
    private final AtomicLong calls = new AtomicLong();

    /** How many calls it has taken. */
    long calls() {
        return calls.get();
    }

    @Override
    public Channel channel() {
        return Channel.SMS;
    }

    @Override
    public boolean recognisesRepeats() {
        return true;
    }

    @Override
    public Outcome send(Delivery delivery) {
        calls.incrementAndGet();
        try {
            never.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return new Outcome.Ambiguous("no answer");
    }

    @Override
    public void close() {}
}
