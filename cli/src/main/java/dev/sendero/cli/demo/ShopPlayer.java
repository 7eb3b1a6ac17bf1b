package dev.sendero.cli.demo;

import dev.sendero.api.event.Event;
import dev.sendero.courier.ReceiptSink;
import dev.sendero.gateway.events.EventClock;
import dev.sendero.gateway.events.EventLog;
import dev.sendero.gateway.events.EventLogUnavailable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Plays a simulated shop at a pace, as the only writer of events: what its customers do, and what becomes of their
 * messages. The clock follows once the events up to a time are in the log, so that no heartbeat overtakes them.
 */
final class ShopPlayer implements ReceiptSink {

    private static final Duration BEAT = Duration.ofMillis(40);

    private final ShopSimulation shop;
    private final Instant start;
    private final Pace pace;
    private final EventClock clock;
    private final ConcurrentLinkedQueue<Event> receipts = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    ShopPlayer(ShopSettings settings, Pace pace, EventClock clock) {
        shop = new ShopSimulation(settings);
        start = settings.start();
        this.pace = pace;
        this.clock = clock;
    }

    /** @param onFailure called when the log takes no more events; the play is over then */
    void start(EventLog log, Consumer<Throwable> onFailure) {
        var thread = new Thread(() -> play(log, onFailure), "shop");
        thread.setDaemon(true);
        thread.start();
    }

    private void play(EventLog log, Consumer<Throwable> onFailure) {
        long began = System.nanoTime();
        try {
            while (!closed) {
                Instant time = start.plus(pace.simulated(Duration.ofNanos(System.nanoTime() - began)));
                playUntil(time, log);
                LockSupport.parkNanos(BEAT.toNanos());
            }
        } catch (EventLogUnavailable | RuntimeException failed) {
            if (!closed) {
                onFailure.accept(failed);
            }
        }
    }

    private void playUntil(Instant time, EventLog log) throws EventLogUnavailable {
        for (Event receipt = receipts.poll(); receipt != null; receipt = receipts.poll()) {
            shop.receive(receipt);
        }
        List<Event> events = shop.playUntil(time);
        if (!events.isEmpty()) {
            log.append(events, time);
        }
        clock.advanceTo(time);
    }

    /** Kept in memory only: with the process the whole play ends. */
    @Override
    public void accept(List<Event> sent) {
        receipts.addAll(sent);
    }

    @Override
    public void close() {
        closed = true;
    }
}
