package dev.sendero.benchmarks.courier;

import dev.sendero.api.JourneyId;
import dev.sendero.api.connector.Connector;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.broker.EmbeddedBroker;
import dev.sendero.courier.CourierSettings;
import dev.sendero.store.Database;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/**
 * How long a message takes from the topic to one provider, at a steady rate, while another provider takes every call and
 * answers none.
 */
final class Isolation {

    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final int HANGING = 1_000;
    private static final int MOST_UNMEASURED_SECONDS = 5;

    private final int perSecond;
    private final int seconds;
    private final int unmeasured;

    Isolation(int perSecond, int seconds) {
        this.perSecond = perSecond;
        this.seconds = seconds;
        this.unmeasured = Math.min(seconds, MOST_UNMEASURED_SECONDS);
    }

    /**
     * What was measured.
     *
     * @param messages how many
     */
    record Delays(int messages, double medianMillis, double p99Millis) {}

    /** @param hanging whether the other provider hangs, with a backlog; else it has nothing to do */
    Delays measure(boolean hanging, JourneyId run, EmbeddedBroker broker, Database database) throws Exception {
        var source = new BenchMessages(run);
        Map<MessageId, Long> decidedAt = new ConcurrentHashMap<>();
        Map<MessageId, Long> delays = new ConcurrentHashMap<>();
        var silent = new HangingConnector();
        try (Provider provider = Target.HTTP.open(message -> arrived(message, decidedAt, delays));
                Connector connector = provider.connector();
                var bureau = new Bureau(broker, database, run, List.of(connector, silent))) {
            bureau.decide(List.of(source.message(Channel.WEBHOOK, -1)));
            bureau.awaitSent(run, Channel.WEBHOOK, 1, provider, LONGEST);
            if (hanging) {
                hang(bureau, source, silent);
            }
            play(bureau, source, decidedAt);
            bureau.awaitSent(run, Channel.WEBHOOK, 1L + total(), provider, LONGEST);
        }
        return of(delays, source);
    }

    private static void arrived(MessageId message, Map<MessageId, Long> decidedAt, Map<MessageId, Long> delays) {
        long now = System.nanoTime();
        Long decided = decidedAt.get(message);
        if (decided != null) {
            delays.putIfAbsent(message, now - decided);
        }
    }

    private static void hang(Bureau bureau, BenchMessages source, HangingConnector silent) throws Exception {
        var backlog = new ArrayList<Message>();
        for (int number = 0; number < HANGING; number++) {
            backlog.add(source.message(Channel.SMS, number));
        }
        bureau.decide(backlog);
        while (silent.calls() < CourierSettings.of("", "bench").callsAtOnce()) {
            Thread.sleep(10);
        }
    }

    private int total() {
        return perSecond * (unmeasured + seconds);
    }

    private void play(Bureau bureau, BenchMessages source, Map<MessageId, Long> decidedAt) throws Exception {
        long start = System.nanoTime();
        for (int number = 0; number < total(); number++) {
            long due = start + number * 1_000_000_000L / perSecond;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            Message message = source.message(Channel.WEBHOOK, number);
            // From when it was due: a delay in handing it over is a delay too.
            decidedAt.put(message.id(), due);
            bureau.decideSoon(message);
        }
    }

    private Delays of(Map<MessageId, Long> delays, BenchMessages source) {
        int from = perSecond * unmeasured;
        long[] sorted = new long[total() - from];
        for (int number = from; number < total(); number++) {
            sorted[number - from] =
                    delays.getOrDefault(source.message(Channel.WEBHOOK, number).id(), Long.MAX_VALUE);
        }
        Arrays.sort(sorted);
        return new Delays(sorted.length, millis(sorted[sorted.length / 2]), millis(sorted[sorted.length * 99 / 100]));
    }

    private static double millis(long nanos) {
        return nanos / 1e6;
    }
}
