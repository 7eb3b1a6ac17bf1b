package dev.sendero.faults.killed;

import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.store.Database;
import dev.sendero.store.ledger.Claim;
import dev.sendero.store.ledger.Claimant;
import dev.sendero.store.ledger.LedgerEntry;
import dev.sendero.store.ledger.Planned;
import dev.sendero.store.ledger.Resolution;
import dev.sendero.store.ledger.Result;
import dev.sendero.store.ledger.SqlLedger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A topic of messages taken into a ledger as a courier does it, batch by batch: written down, claimed, sent.
 *
 * @param rows of the ledger
 * @param calls how often a provider would have been called
 * @param calledTwice messages for which it would have been called more than once
 */
record LedgerFeed(int rows, int calls, int calledTwice) {

    private static final int BATCH = 500;
    private static final Duration LEASE = Duration.ofMinutes(1);

    static LedgerFeed of(List<Outgoing.Taken> topic, Path file) {
        try (var database = Database.sqlite(file)) {
            var ledger = new SqlLedger(database);
            Claimant courier = ledger.enlist("courier", Instant.EPOCH);
            Set<Integer> partitions =
                    topic.stream().map(Outgoing.Taken::partition).collect(Collectors.toSet());
            var called = new ArrayList<MessageId>();
            for (int from = 0; from < topic.size(); from += BATCH) {
                plan(ledger, topic.subList(from, Math.min(from + BATCH, topic.size())));
                called.addAll(send(ledger, courier, partitions));
            }
            var rows = new ArrayList<LedgerEntry>();
            ledger.export(rows::add);
            return new LedgerFeed(rows.size(), called.size(), called.size() - new TreeSet<>(called).size());
        }
    }

    private static void plan(SqlLedger ledger, List<Outgoing.Taken> batch) {
        var messages = new ArrayList<Planned>();
        var cancellations = new ArrayList<Cancellation>();
        for (Outgoing.Taken taken : batch) {
            if (taken.outbound() instanceof Message message) {
                messages.add(new Planned(message, taken.partition()));
            } else if (taken.outbound() instanceof Cancellation cancellation) {
                cancellations.add(cancellation);
            }
        }
        ledger.plan(messages, cancellations, Instant.EPOCH);
    }

    private static List<MessageId> send(SqlLedger ledger, Claimant courier, Set<Integer> partitions) {
        var called = new ArrayList<MessageId>();
        for (Channel channel : Channel.values()) {
            List<Claim> claims = ledger.claim(
                    courier, channel, partitions, Integer.MAX_VALUE / 2, Instant.EPOCH, Instant.EPOCH.plus(LEASE));
            claims.forEach(claim -> called.add(claim.message().id()));
            ledger.record(
                    courier,
                    claims.stream()
                            .map(claim -> new Resolution(claim, new Result.Sent("")))
                            .toList(),
                    Instant.EPOCH);
        }
        return called;
    }
}
