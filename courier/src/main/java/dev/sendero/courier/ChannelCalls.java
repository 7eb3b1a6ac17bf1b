package dev.sendero.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.connector.Outcome;
import dev.sendero.api.connector.Reconciling;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.project.OnDoubt;
import dev.sendero.rules.project.Rate;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** The calls of one channel, on threads of its own: a provider that hangs holds up nobody else. */
final class ChannelCalls {

    private static final int IDLE_THREAD_SECONDS = 10;

    private final Connector connector;
    private final ProviderGate gate;
    private final boolean resendsInDoubt;
    private final Caller caller;
    private final Consumer<Attempt> results;
    private final InstantSource clock;
    private final InstantSource wallClock;
    private final int mostUnresolved;
    private final Duration lease;
    private final ThreadPoolExecutor threads;
    private final CallCounts counts = new CallCounts();
    private final AtomicInteger unresolved = new AtomicInteger();
    private final AtomicBoolean waitsForRoom = new AtomicBoolean();
    private final Runnable roomAgain;

    /**
     * @param results gets what each claim came to, from many threads
     * @param roomAgain is run when there is room for claims that had been refused for want of it, from many threads
     */
    ChannelCalls(
            CourierSettings settings,
            Connector connector,
            Caller caller,
            InstantSource clock,
            InstantSource wallClock,
            Consumer<Attempt> results,
            Runnable roomAgain) {
        this.connector = connector;
        this.resendsInDoubt = connector.recognisesRepeats()
                || (settings.calls().onDoubt(connector.channel()) == OnDoubt.RESEND
                        && !(connector instanceof Reconciling));
        this.gate = new ProviderGate(
                connector.channel(), connector.callsOneProvider(), budget(settings, connector, wallClock), wallClock);
        this.caller = caller;
        this.clock = clock;
        this.wallClock = wallClock;
        this.results = results;
        this.roomAgain = roomAgain;
        // After a crash every unresolved claim is in doubt. Where that hurts, only what is being called is claimed.
        this.mostUnresolved = connector.recognisesRepeats() ? settings.groupSize() : settings.callsAtOnce();
        this.lease = leaseFor(connector.longestCall(), settings.lease());
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

    private static Duration leaseFor(Duration longestCall, Duration shortest) {
        Duration needed = longestCall.multipliedBy(3).dividedBy(2);
        return needed.compareTo(shortest) > 0 ? needed : shortest;
    }

    private static RateBudget budget(CourierSettings settings, Connector connector, InstantSource wallClock) {
        Rate rate = settings.calls().rates().get(connector.channel());
        return rate == null ? RateBudget.unlimited(wallClock) : new RateBudget(rate.perSecond(), wallClock);
    }

    Channel channel() {
        return connector.channel();
    }

    /**
     * How long a claim is held, so that a third of it may pass before the call begins and the longest call of the provider
     * ends before the rest has passed.
     */
    Duration lease() {
        return lease;
    }

    /** The provider, where it is to be asked about messages in doubt. */
    Optional<Reconciling> reconciling() {
        return connector instanceof Reconciling asked && !connector.recognisesRepeats()
                ? Optional.of(asked)
                : Optional.empty();
    }

    /** Whether a message in doubt is to be sent again without a question. */
    boolean resendsInDoubt() {
        return resendsInDoubt;
    }

    /**
     * Reserves calls for claims: none while there is too little room to be worth a transaction. Those for which there is
     * no claim are to be given back by {@link #release}.
     *
     * @param share of the channel's rate that is this instance's, 0 to 1
     */
    int reserve(double share) {
        if (share > 0) {
            connector.useOfRate(share);
        }
        // Said before it is looked at: who makes room meanwhile says so once too often rather than never.
        waitsForRoom.set(true);
        if (!hasRoom()) {
            return 0;
        }
        waitsForRoom.set(false);
        return gate.reserve(mostUnresolved - unresolved.get(), share);
    }

    private boolean hasRoom() {
        return (mostUnresolved - unresolved.get()) * 2 >= mostUnresolved;
    }

    /** For reserved calls that found no claim. */
    void release(int unused) {
        gate.release(unused);
    }

    /** What is counted of the calls. */
    CallCounts counts() {
        return counts;
    }

    /** How many claims have no result in the ledger yet. */
    int unresolved() {
        return unresolved.get();
    }

    /** 0 while the provider is called, 1 while a few calls try whether it works again, 2 while it is not called. */
    int gateLevel() {
        return gate.level();
    }

    /** @param startBy when it is too late to begin a call, by the wall clock: the lease might run out during it */
    void carryOut(List<Claim> claims, Instant startBy) {
        unresolved.addAndGet(claims.size());
        claims.forEach(claim -> threads.execute(new Call(claim, startBy)));
    }

    /** To be called when that many results are in the ledger. */
    void resolved(int count) {
        unresolved.addAndGet(-count);
        if (hasRoom() && waitsForRoom.getAndSet(false)) {
            roomAgain.run();
        }
    }

    /** Gives back the claims that have waited too long for a thread, or all that wait while the provider is not called. */
    void giveBackLate() {
        Instant wallTime = wallClock.instant();
        var late = new ArrayList<Call>();
        for (Runnable queued : threads.getQueue()) {
            if (queued instanceof Call call && call.mustNotBegin(wallTime) && threads.remove(call)) {
                late.add(call);
            }
        }
        late.forEach(Call::giveBack);
    }

    /** Begins no more calls, and gives back what has not begun. */
    void beginNoMore() {
        var notBegun = new ArrayList<Runnable>();
        threads.getQueue().drainTo(notBegun);
        notBegun.forEach(queued -> ((Call) queued).giveBack());
        threads.shutdown();
    }

    /** Asks the calls that run to end at once. One that waits for its turn says then that it has not begun. */
    void interrupt() {
        threads.shutdownNow();
    }

    /** Waits until the calls that run have ended, for a while; after {@link #beginNoMore}. */
    void awaitEnd(Duration longest) {
        try {
            threads.awaitTermination(longest.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
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

        private boolean mustNotBegin(Instant wallTime) {
            return wallTime.isAfter(startBy) || gate.isOpen();
        }

        @Override
        public void run() {
            if (mustNotBegin(wallClock.instant())) {
                giveBack();
                return;
            }
            long start = System.nanoTime();
            Attempt attempt = caller.carryOut(claim, connector);
            if (attempt instanceof Attempt.Called called && !(called.outcome() instanceof Outcome.Postponed)) {
                var took = Duration.ofNanos(System.nanoTime() - start);
                gate.record(called.outcome(), took);
                counts.add(called.outcome(), took);
            } else {
                gate.release(1);
            }
            results.accept(attempt);
        }

        private void giveBack() {
            gate.release(1);
            results.accept(new Attempt.NotCalled(claim, new Result.Postponed("no call was free", clock.instant())));
        }
    }
}
