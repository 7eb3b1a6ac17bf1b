package dev.sendero.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Channel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A provider that answers as a test says, and remembers what it was asked. */
final class ScriptedConnector implements Connector {

    private final Channel channel;
    private final boolean recognisesRepeats;
    private final Duration longestCall;
    private final Function<Delivery, Outcome> answer;
    private volatile double share = 1;
    private final List<Delivery> calls = new CopyOnWriteArrayList<>();

    private ScriptedConnector(
            Channel channel, boolean recognisesRepeats, Duration longestCall, Function<Delivery, Outcome> answer) {
        this.channel = channel;
        this.recognisesRepeats = recognisesRepeats;
        this.longestCall = longestCall;
        this.answer = answer;
    }

    static ScriptedConnector answering(Channel channel, Function<Delivery, Outcome> answer) {
        return new ScriptedConnector(channel, false, Duration.ofMinutes(1), answer);
    }

    /** Never answers, whatever is done to its thread: to the courier it is as if it were killed during the call. */
    static ScriptedConnector hanging(Channel channel) {
        return answering(channel, delivery -> {
            while (true) {
                LockSupport.park();
                // An interrupt ends the park; the next one begins.
                Thread.interrupted();
            }
        });
    }

    ScriptedConnector recognisingRepeats() {
        return new ScriptedConnector(channel, true, longestCall, answer);
    }

    ScriptedConnector taking(Duration longest) {
        return new ScriptedConnector(channel, recognisesRepeats, longest, answer);
    }

    double share() {
        return share;
    }

    List<Delivery> calls() {
        return calls;
    }

    @Override
    public Channel channel() {
        return channel;
    }

    @Override
    public boolean recognisesRepeats() {
        return recognisesRepeats;
    }

    @Override
    public Duration longestCall() {
        return longestCall;
    }

    @Override
    public void useOfRate(double part) {
        share = part;
    }

    @Override
    public Outcome send(Delivery delivery) {
        calls.add(delivery);
        return answer.apply(delivery);
    }

    @Override
    public void close() {}
}
