package dev.sendero.courier;

import dev.sendero.api.connector.Connector;
import dev.sendero.api.message.Channel;
import dev.sendero.rules.template.CustomerLinks;
import dev.sendero.store.ledger.Claimant;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Delivers what the engine decided: from the topic {@code messages} through the ledger to the connectors, once. One
 * thread reads messages, one contents, one claims, one writes results; each channel has threads for its calls.
 */
public final class Courier implements AutoCloseable {

    private static final long MAX_CONTENT_BYTES = 64 << 20;
    private static final Duration LAST_ROUND = Duration.ofMillis(400);
    private static final Duration LAST_QUESTION = Duration.ofMillis(100);
    private static final Duration LAST_CALLS = Duration.ofMillis(600);
    private static final Duration LAST_WORDS = Duration.ofMillis(200);

    private final Map<Channel, ChannelCalls> channels = new EnumMap<>(Channel.class);
    private final TopicWriter facts;
    private final ContentReader contentReader;
    private final MessageIntake intake;
    private final OutcomeRecorder recorder;
    private final Loop contentLoop;
    private final Loop intakeLoop;
    private final Loop claimLoop;
    private final Loop recorderLoop;
    private final List<Loop> doubtLoops = new ArrayList<>();

    /**
     * Begins a new life of the instance in the ledger.
     *
     * @throws RuntimeException when the store is not available
     */
    public Courier(CourierSettings settings, CourierParts parts) {
        this(settings, parts, InstantSource.system());
    }

    /** @param wallClock for what takes real time: leases */
    Courier(CourierSettings settings, CourierParts parts, InstantSource wallClock) {
        InstantSource clock = parts.clock();
        var owned = new OwnedPartitions();
        var cache = new ContentCache(MAX_CONTENT_BYTES);
        var caller = new Caller(
                new SecondLook(parts.consents(), parts.erasures(), parts.hours()),
                cache,
                parts.renderer(),
                parts.suppressions(),
                parts.links().map(made -> new CustomerLinks(made::to)),
                clock);
        Claimant claimant = parts.ledger().enlist(settings.instance(), clock.instant());
        for (Map.Entry<Channel, Connector> entry : parts.connectors().entrySet()) {
            channels.put(
                    entry.getKey(),
                    new ChannelCalls(
                            settings, entry.getValue(), caller, clock, wallClock, this::record, this::claimMore));
        }
        facts = new TopicWriter(settings.bootstrapServers(), settings.topics().facts());
        recorder = new OutcomeRecorder(
                claimant,
                parts.ledger(),
                parts.suppressions(),
                new OptOuts(parts.consents(), parts.ledger()),
                parts.receipts(),
                facts,
                parts.erasures(),
                new Verdicts(resendingInDoubt(), parts.random()),
                clock,
                channels);
        contentReader = new ContentReader(settings, cache, wallClock);
        var rounds =
                new ClaimRounds(claimant, parts.ledger(), owned, contentReader, channels.values(), clock, wallClock);
        claimLoop = new Loop("courier-claims", rounds::run);
        intake = new MessageIntake(
                settings,
                owned,
                parts.ledger(),
                facts,
                new ErasureIntake(parts.erasures(), parts.receipts(), clock),
                clock,
                claimLoop::wake);
        contentLoop = new Loop("courier-contents", contentReader::read);
        intakeLoop = new Loop("courier-messages", intake::takeIn);
        recorderLoop = new Loop("courier-results", recorder::writeNext);
        for (ChannelCalls channel : channels.values()) {
            channel.reconciling().ifPresent(provider -> {
                var doubts = new Doubts(
                        channel.channel(),
                        provider,
                        settings.calls().onDoubt(channel.channel()),
                        caller::deliveryOf,
                        parts.ledger(),
                        owned,
                        parts.receipts(),
                        clock,
                        wallClock);
                doubtLoops.add(new Loop("courier-doubts-" + channel.channel().wireName(), doubts::run));
            });
        }
    }

    private void record(Attempt attempt) {
        recorder.add(attempt);
    }

    private void claimMore() {
        claimLoop.wake();
    }

    private Set<Channel> resendingInDoubt() {
        return channels.values().stream()
                .filter(ChannelCalls::resendsInDoubt)
                .map(ChannelCalls::channel)
                .collect(Collectors.toSet());
    }

    /** Begins to deliver; returns at once. Kafka need not be there yet. */
    public void start() {
        contentLoop.start();
        recorderLoop.start();
        claimLoop.start();
        doubtLoops.forEach(Loop::start);
        intakeLoop.start();
    }

    /** What is measured of it. */
    public MeterBinder metrics() {
        return new CourierMetrics(channels.values());
    }

    /** Finishes the calls that end soon and leaves the rest in the ledger; takes less than 2 s. */
    @Override
    public void close() {
        intakeLoop.stop();
        contentLoop.stop();
        claimLoop.stop();
        doubtLoops.forEach(Loop::stop);
        intake.wake();
        contentReader.wake();
        claimLoop.join(LAST_ROUND);
        // A question that is still open changes nothing until it is answered, and then the ledger sees to it.
        doubtLoops.forEach(loop -> loop.join(LAST_QUESTION));
        closeCalls();
        recorderLoop.stop();
        // What a thread still uses is left alone: it ends with the process, and the ledger knows what is open.
        if (recorderLoop.join(LAST_ROUND)) {
            recorder.writeRest();
        }
        if (intakeLoop.join(LAST_ROUND)) {
            intake.close(LAST_ROUND);
        }
        if (contentLoop.join(LAST_ROUND)) {
            contentReader.close(LAST_ROUND);
        }
        facts.close();
    }

    private void closeCalls() {
        channels.values().forEach(ChannelCalls::beginNoMore);
        awaitCalls(LAST_CALLS);
        // What they say to that still comes into the ledger, where nobody has to wait for a lease then.
        channels.values().forEach(ChannelCalls::interrupt);
        awaitCalls(LAST_WORDS);
    }

    /** All channels have the same while, not one after the other. */
    private void awaitCalls(Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        for (ChannelCalls channel : channels.values()) {
            channel.awaitEnd(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        }
    }
}
