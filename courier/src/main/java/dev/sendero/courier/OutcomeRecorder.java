package dev.sendero.courier;

import dev.sendero.api.connector.Outcome;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.store.erasure.Erasures;
import dev.sendero.store.ledger.Claimant;
import dev.sendero.store.ledger.Ledger;
import dev.sendero.store.ledger.Resolution;
import dev.sendero.store.ledger.Result;
import dev.sendero.store.suppression.Suppressions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what came of claims: receipts, facts, suppressed addresses and the ledger, in groups. The ledger comes last: a
 * crash in between repeats the others, with the same ids, and loses none.
 */
final class OutcomeRecorder {

    private static final Logger LOG = LoggerFactory.getLogger(OutcomeRecorder.class);
    private static final int LARGEST_GROUP = 1_000;
    private static final long POLL_MILLIS = 100;

    private final BlockingQueue<Attempt> attempts = new LinkedBlockingQueue<>();
    private final Claimant claimant;
    private final Ledger ledger;
    private final Suppressions suppressions;
    private final OptOuts optOuts;
    private final ReceiptSink receipts;
    private final TopicWriter facts;
    private final Erasures erasures;
    private final Verdicts verdicts;
    private final InstantSource clock;
    private final Map<Channel, ChannelCalls> channels;
    private List<Judged> unwritten = List.of();

    OutcomeRecorder(
            Claimant claimant,
            Ledger ledger,
            Suppressions suppressions,
            OptOuts optOuts,
            ReceiptSink receipts,
            TopicWriter facts,
            Erasures erasures,
            Verdicts verdicts,
            InstantSource clock,
            Map<Channel, ChannelCalls> channels) {
        this.claimant = claimant;
        this.ledger = ledger;
        this.suppressions = suppressions;
        this.optOuts = optOuts;
        this.receipts = receipts;
        this.facts = facts;
        this.erasures = erasures;
        this.verdicts = verdicts;
        this.clock = clock;
        this.channels = channels;
    }

    /** Safe for many threads. */
    void add(Attempt attempt) {
        attempts.add(attempt);
    }

    /** Writes what there is; waits a moment when there is nothing. What cannot be written comes first next time. */
    Duration writeNext() {
        if (unwritten.isEmpty()) {
            unwritten = judge(nextGroup(POLL_MILLIS));
        }
        if (!unwritten.isEmpty()) {
            List<Judged> ofSomebody = withoutErased(unwritten);
            var told = new ArrayList<>(receiptsOf(ofSomebody));
            told.addAll(optOutsOf(ofSomebody));
            receipts.accept(told);
            facts.write(factsOf(unwritten));
            writeLedger(unwritten);
            unwritten = List.of();
        }
        return Duration.ZERO;
    }

    /** The last thing before the end: what is known goes into the ledger even if the receipts cannot be written. */
    void writeRest() {
        do {
            try {
                writeNext();
            } catch (RuntimeException unavailable) {
                LOG.warn("{} receipts are lost", receiptsOf(unwritten).size(), unavailable);
                writeLedger(unwritten);
                unwritten = List.of();
            }
        } while (!attempts.isEmpty());
    }

    private List<Attempt> nextGroup(long waitMillis) {
        var group = new ArrayList<Attempt>();
        try {
            Attempt first = attempts.poll(waitMillis, TimeUnit.MILLISECONDS);
            if (first != null) {
                group.add(first);
                attempts.drainTo(group, LARGEST_GROUP - 1);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return group;
    }

    private List<Judged> judge(List<Attempt> group) {
        Instant now = clock.instant();
        return group.stream()
                .map(attempt -> new Judged(attempt, verdicts.of(attempt, now), now))
                .toList();
    }

    private void writeLedger(List<Judged> group) {
        for (Judged judged : group) {
            judged.suppressedAddress()
                    .ifPresent(address ->
                            suppressions.add(judged.message().channel(), address, judged.result.reason(), judged.at));
        }
        List<Resolution> resolutions = group.stream()
                .map(judged -> new Resolution(judged.attempt.claim(), judged.result))
                .toList();
        var recorded = ledger.record(claimant, resolutions, clock.instant());
        for (Judged judged : group) {
            if (!recorded.contains(judged.message().id())) {
                LOG.warn(
                        "message {}: somebody else has it now, {} is not recorded",
                        judged.message().id(),
                        judged.result.getClass().getSimpleName());
            }
            Objects.requireNonNull(channels.get(judged.message().channel())).resolved(1);
        }
    }

    /** Of a call that was under way when its customer was erased, journeys are told nothing: it would begin a profile. */
    private List<Judged> withoutErased(List<Judged> group) {
        return group.stream()
                .filter(judged -> !erasures.isErased(
                        judged.message().customer(), judged.message().at()))
                .toList();
    }

    private static List<Event> receiptsOf(List<Judged> group) {
        return group.stream().flatMap(judged -> judged.receipt().stream()).toList();
    }

    private static List<TopicWriter.KeyedRecord> factsOf(List<Judged> group) {
        return group.stream()
                .flatMap(judged -> CancelledFacts.of(judged.message(), judged.result).stream())
                .toList();
    }

    private List<Event> optOutsOf(List<Judged> group) {
        return group.stream()
                .flatMap(judged -> judged.optedOut().stream()
                        .flatMap(address ->
                                optOuts
                                        .takeDown(judged.message(), address, judged.result.reason(), judged.at)
                                        .stream()))
                .toList();
    }

    private record Judged(Attempt attempt, Result result, Instant at) {

        private Message message() {
            return attempt.claim().message();
        }

        private Optional<String> deadAddress() {
            return attempt instanceof Attempt.Called called
                            && called.outcome() instanceof Outcome.Permanent permanent
                            && permanent.suppressAddress()
                    ? Optional.of(called.to())
                    : Optional.empty();
        }

        private Optional<String> optedOut() {
            return attempt instanceof Attempt.Called called && called.outcome() instanceof Outcome.OptedOut
                    ? Optional.of(called.to())
                    : Optional.empty();
        }

        private Optional<String> suppressedAddress() {
            return deadAddress().or(this::optedOut);
        }

        private Optional<Event> receipt() {
            if (result instanceof Result.Sent) {
                return Optional.of(receipt(ReceiptEvents.Kind.SENT));
            }
            if (result instanceof Result.Failed) {
                return Optional.of(deadAddress()
                        .map(address -> ReceiptEvents.bounced(message(), address, at))
                        .orElseGet(() -> receipt(ReceiptEvents.Kind.FAILED)));
            }
            return Optional.empty();
        }

        private Event receipt(ReceiptEvents.Kind kind) {
            return ReceiptEvents.of(kind, message(), at);
        }
    }
}
