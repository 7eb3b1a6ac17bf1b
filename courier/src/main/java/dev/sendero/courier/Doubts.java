package dev.sendero.courier;

import dev.sendero.api.connector.Delivery;
import dev.sendero.api.connector.Reconciling;
import dev.sendero.api.connector.Reconciling.Finding;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.log.WithoutWords;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.rules.project.OnDoubt;
import dev.sendero.store.ledger.Ledger;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the provider of one channel about its messages in doubt, one after the other, on a thread of its own. What the
 * provider does not know after some questions is decided by the channel's {@link OnDoubt}.
 */
final class Doubts {

    private static final Logger LOG = LoggerFactory.getLogger(Doubts.class);
    private static final int PAGE = 100;
    private static final int MOST_QUESTIONS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
    private static final Duration REST = Duration.ofSeconds(1);

    private final Channel channel;
    private final Reconciling provider;
    private final OnDoubt otherwise;
    private final Function<LedgerEntry, Optional<Delivery>> deliveries;
    private final Ledger ledger;
    private final OwnedPartitions owned;
    private final ReceiptSink receipts;
    private final InstantSource clock;
    private final InstantSource wallClock;
    private final Map<MessageId, Asked> asked = new HashMap<>();
    private long lastNumber;

    /** @param next by the wall clock; {@link Instant#MAX} when there is no use in asking again */
    private record Asked(int questions, Instant next) {}

    /** @param deliveries makes again what was sent; empty while its content is not known */
    Doubts(
            Channel channel,
            Reconciling provider,
            OnDoubt otherwise,
            Function<LedgerEntry, Optional<Delivery>> deliveries,
            Ledger ledger,
            OwnedPartitions owned,
            ReceiptSink receipts,
            InstantSource clock,
            InstantSource wallClock) {
        this.channel = channel;
        this.provider = provider;
        this.otherwise = otherwise;
        this.deliveries = deliveries;
        this.ledger = ledger;
        this.owned = owned;
        this.receipts = receipts;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /** Asks about a page of messages; the next round goes on after it. */
    Duration run() {
        List<LedgerEntry> page = ledger.doubtful(channel, owned.list(), lastNumber, PAGE);
        for (LedgerEntry entry : page) {
            lastNumber = entry.number();
            if (isToBeAsked(entry)) {
                ask(entry);
            }
        }
        if (page.size() == PAGE) {
            return Duration.ZERO;
        }
        lastNumber = 0;
        return REST;
    }

    private boolean isToBeAsked(LedgerEntry entry) {
        Asked before = asked.get(entry.message().id());
        if (before != null) {
            return !wallClock.instant().isBefore(before.next());
        }
        // The process's clock dates the doubt and may be a simulated one, so the wait begins when it is first seen
        // here.
        asked.put(entry.message().id(), new Asked(0, wallClock.instant().plus(provider.settledAfter())));
        return false;
    }

    private void ask(LedgerEntry entry) {
        Optional<Delivery> delivery = deliveries.apply(entry);
        Finding finding =
                delivery.isEmpty() ? new Finding.Unknown("its content is not known") : find(delivery.get(), entry);
        if (finding instanceof Finding.Arrived arrived) {
            receipts.accept(List.of(ReceiptEvents.of(ReceiptEvents.Kind.SENT, entry.message(), clock.instant())));
            settle(entry, new Result.Sent(arrived.providerId()));
        } else if (finding instanceof Finding.NotArrived) {
            settle(entry, new Result.Retry("the provider says that it has not arrived", clock.instant()));
        } else {
            askLater(entry, ((Finding.Unknown) finding).reason());
        }
    }

    private Finding find(Delivery delivery, LedgerEntry entry) {
        try {
            return provider.find(delivery, entry.plannedAt());
        } catch (RuntimeException fault) {
            LOG.error("message {}: the connector failed when it was asked", delivery.id(), new WithoutWords(fault));
            return new Finding.Unknown("the connector failed");
        }
    }

    private void askLater(LedgerEntry entry, String reason) {
        MessageId id = entry.message().id();
        int questions = Optional.ofNullable(asked.get(id)).map(Asked::questions).orElse(0) + 1;
        if (questions < MOST_QUESTIONS) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << questions);
            asked.put(id, new Asked(questions, wallClock.instant().plus(pause)));
            return;
        }
        LOG.info("message {}: its provider does not know it ({})", id, reason);
        if (otherwise == OnDoubt.RESEND) {
            settle(entry, new Result.Retry("in doubt, and sent again", clock.instant()));
        } else {
            asked.put(id, new Asked(questions, Instant.MAX));
        }
    }

    private void settle(LedgerEntry entry, Result result) {
        ledger.settle(entry, result, clock.instant());
        asked.remove(entry.message().id());
    }
}
