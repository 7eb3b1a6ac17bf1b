package dev.sendero.benchmarks.courier;

import dev.sendero.api.JourneyId;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.message.Message;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.courier.CourierSettings;
import dev.sendero.rules.template.LiquidRenderer;
import dev.sendero.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** How many messages a second reach a provider. What comes first, until everything is warm, is not measured. */
final class Throughput {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final int messages;
    private final int unmeasured;

    Throughput(int messages) {
        this.messages = messages;
        this.unmeasured = Math.max(1, messages / 5);
    }

    /** By the connector alone, called by as many threads as the courier has for a channel. */
    double withoutCourier(Target target, JourneyId run) throws Exception {
        var threads =
                Executors.newFixedThreadPool(CourierSettings.of("", "bench").callsAtOnce());
        try (Provider provider = target.open(arrived -> {});
                Connector connector = provider.connector()) {
            List<Callable<Outcome>> calls = calls(target, new BenchMessages(run), connector);
            await(threads.invokeAll(calls.subList(0, unmeasured)));
            long start = System.nanoTime();
            await(threads.invokeAll(calls.subList(unmeasured, calls.size())));
            return perSecond(System.nanoTime() - start);
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Callable<Outcome>> calls(Target target, BenchMessages source, Connector connector) throws Exception {
        var renderer = new LiquidRenderer();
        var calls = new ArrayList<Callable<Outcome>>();
        for (int number = 0; number < unmeasured + messages; number++) {
            Delivery delivery = source.delivery(target.channel(), number, renderer);
            calls.add(() -> connector.send(delivery));
        }
        return calls;
    }

    private static void await(List<Future<Outcome>> outcomes) throws Exception {
        for (Future<Outcome> outcome : outcomes) {
            if (!(outcome.get() instanceof Outcome.Accepted)) {
                throw new IllegalStateException("outcome: " + outcome.get() + " (expected: Accepted)");
            }
        }
    }

    /** From the topic to the ledger's last word, durable at both ends. */
    double withCourier(Target target, JourneyId run, EmbeddedBroker broker, Database database) throws Exception {
        var source = new BenchMessages(run);
        try (Provider provider = target.open(arrived -> {});
                Connector connector = provider.connector();
                var bureau = new Bureau(broker, database, run, List.of(connector))) {
            bureau.decide(decided(source, target, 0, unmeasured));
            bureau.awaitSent(run, target.channel(), unmeasured, provider, LONGEST);
            List<Message> measured = decided(source, target, unmeasured, unmeasured + messages);
            long start = System.nanoTime();
            bureau.decide(measured);
            bureau.awaitSent(run, target.channel(), (long) unmeasured + messages, provider, LONGEST);
            return perSecond(System.nanoTime() - start);
        }
    }

    private static List<Message> decided(BenchMessages source, Target target, int from, int to) {
        var messages = new ArrayList<Message>();
        for (int number = from; number < to; number++) {
            messages.add(source.message(target.channel(), number));
        }
        return messages;
    }

    private double perSecond(long nanos) {
        return messages / (nanos / 1e9);
    }
}
