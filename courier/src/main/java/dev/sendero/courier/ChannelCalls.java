package dev.sendero.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.message.Channel;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The calls of one channel, on threads of its own: a provider that hangs holds up nobody else. */
final class ChannelCalls {

    private static final int IDLE_THREAD_SECONDS = 10;

    private final Connector connector;
    private final boolean resendsInDoubt;
    private final Caller caller;
    private final Consumer<Attempt> results;
    private final InstantSource clock;
    private final InstantSource wallClock;
    private final int mostUnresolved;
    private final ThreadPoolExecutor threads;
    private final AtomicInteger unresolved = new AtomicInteger();

    /** @param results gets what each claim came to, from many threads */
    ChannelCalls(
            CourierSettings settings,
            Connector connector,
            Caller caller,
            InstantSource clock,
            InstantSource wallClock,
            Consumer<Attempt> results) {
        this.connector = connector;
        this.resendsInDoubt = connector.recognisesRepeats()
                || settings.onDoubt().getOrDefault(connector.channel(), OnDoubt.HOLD) == OnDoubt.RESEND;
        this.caller = caller;
        this.clock = clock;
        this.wallClock = wallClock;
        this.results = results;
        // After a crash every unresolved claim is in doubt. Where that hurts, only what is being called is claimed.
        this.mostUnresolved = connector.recognisesRepeats() ? settings.groupSize() : settings.callsAtOnce();
        this.threads = new ThreadPoolExecutor(
                settings.callsAtOnce(),
                settings.callsAtOnce(),
                IDLE_THREAD_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    var thread =
                            new Thread(task, "courier-" + connector.channel().wireName());
                    thread.setDaemon(true);
                    return thread;
                });
        threads.allowCoreThreadTimeOut(true);
    }

    Channel channel() {
        return connector.channel();
    }

    /** Whether a message in doubt is to be sent again. */
    boolean resendsInDoubt() {
        return resendsInDoubt;
    }

    /** How many claims to make now: none while there is too little room to be worth a transaction. */
    int room() {
        int room = mostUnresolved - unresolved.get();
        return room * 2 < mostUnresolved ? 0 : room;
    }

    /** @param startBy when it is too late to begin a call, by the wall clock: the lease might run out during it */
    void carryOut(List<Claim> claims, Instant startBy) {
        unresolved.addAndGet(claims.size());
        claims.forEach(claim -> threads.execute(new Call(claim, startBy)));
    }

    /** To be called when that many results are in the ledger. */
    void resolved(int count) {
        unresolved.addAndGet(-count);
    }

    /** Gives back the claims that have waited too long for a thread. */
    void giveBackLate() {
        Instant wallTime = wallClock.instant();
        var late = new ArrayList<Call>();
        for (Runnable queued : threads.getQueue()) {
            if (queued instanceof Call call && call.isLate(wallTime) && threads.remove(call)) {
                late.add(call);
            }
        }
        late.forEach(Call::giveBack);
    }

    /** Gives back what has not begun and lets the calls that run end, for a while. */
    void close(Duration longest) {
        var notBegun = new ArrayList<Runnable>();
        threads.getQueue().drainTo(notBegun);
        notBegun.forEach(queued -> ((Call) queued).giveBack());
        threads.shutdown();
        try {
            if (!threads.awaitTermination(longest.toMillis(), TimeUnit.MILLISECONDS)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    private final class Call implements Runnable {
        private final Claim claim;
        private final Instant startBy;

        private Call(Claim claim, Instant startBy) {
            this.claim = claim;
            this.startBy = startBy;
        }

        private boolean isLate(Instant wallTime) {
            return wallTime.isAfter(startBy);
        }

        @Override
        public void run() {
            if (isLate(wallClock.instant())) {
                giveBack();
            } else {
                results.accept(caller.carryOut(claim, connector));
            }
        }

        private void giveBack() {
            results.accept(new Attempt.NotCalled(claim, new Result.Postponed("no call was free", clock.instant())));
        }
    }
}
