package dev.sendero.cli.backtest;

import dev.sendero.api.message.Message;
import java.util.SortedMap;
import java.util.TreeMap;

/** Messages that would have been sent and could not be rendered: how often, by journey, step and cause, with an example. */
final class RenderFailures {

    /**
     * What failed alike.
     *
     * @param example the first such message by time, customer and id, the same on every run
     */
    record Failures(long count, Message example) {
        Failures and(Failures other) {
            boolean earlier = order(other.example).compareTo(order(example)) < 0;
            return new Failures(count + other.count, earlier ? other.example : example);
        }

        private static String order(Message message) {
            return message.at() + " " + message.customer() + " " + message.id();
        }
    }

    private final SortedMap<String, Failures> byCause = new TreeMap<>();

    synchronized void add(Message message, String cause) {
        byCause.merge(
                message.journey() + ": step '" + message.step() + "': " + cause,
                new Failures(1, message),
                Failures::and);
    }

    /** By journey, step and cause, in words. */
    synchronized SortedMap<String, Failures> byCause() {
        return new TreeMap<>(byCause);
    }
}
