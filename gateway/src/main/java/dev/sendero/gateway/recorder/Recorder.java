package dev.sendero.gateway.recorder;

import dev.sendero.api.fact.Fact;
import dev.sendero.gateway.metrics.GatewayMetrics;
import dev.sendero.store.journal.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings facts into the journal. It commits only what the journal holds durably, so a crash repeats facts and loses
 * none; the journal removes repeats.
 */
public final class Recorder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Recorder.class);

    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(1_500);

    private final Supplier<FactLog> open;
    private final Journal journal;
    private final Consumer<List<Fact>> listener;
    private final GatewayMetrics metrics;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile Runnable wakeUp = () -> {};

    /**
     * Records from now on, in a thread of its own.
     *
     * @param open begins to read where the last commit ended
     * @param listener hears of facts after they are durable; those that were new only
     */
    public Recorder(Supplier<FactLog> open, Journal journal, Consumer<List<Fact>> listener, GatewayMetrics metrics) {
        this.open = open;
        this.journal = journal;
        this.listener = listener;
        this.metrics = metrics;
        thread = new Thread(this::run, "recorder");
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        while (!isClosing()) {
            try (FactLog log = open.get()) {
                wakeUp = log::wakeUp;
                record(log);
            } catch (RuntimeException failed) {
                // Reading begins again at the last commit: nothing is lost, and the journal knows repeats.
                LOG.warn("facts not recorded, trying again in {}: {}", PAUSE_AFTER_FAILURE, failed.toString());
                pause();
            }
        }
    }

    private void record(FactLog log) {
        while (!isClosing()) {
            List<Fact> facts = log.next();
            if (!facts.isEmpty()) {
                List<Fact> added = journal.record(facts);
                log.commit();
                metrics.recorded(added.size());
                if (!added.isEmpty()) {
                    listener.accept(added);
                }
            }
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause() {
        try {
            if (closing.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("closing");
            }
        } catch (InterruptedException interrupted) {
            closing.countDown();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        wakeUp.run();
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
