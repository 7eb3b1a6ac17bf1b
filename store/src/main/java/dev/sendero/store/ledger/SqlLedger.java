package dev.sendero.store.ledger;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.store.Database;
import dev.sendero.store.StoredText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/** The ledger in the relational store. */
public final class SqlLedger implements Ledger {

    private static final int EXPORT_PAGE = 1_000;

    private final Database database;

    public SqlLedger(Database database) {
        this.database = database;
    }

    @Override
    public Claimant enlist(String owner, Instant now) {
        return database.write(handle -> {
            long epoch = handle.createQuery("""
                            INSERT INTO courier_life (owner, epoch) VALUES (:owner, 1)
                            ON CONFLICT (owner) DO UPDATE SET epoch = courier_life.epoch + 1
                            RETURNING epoch
                            """)
                    .bind("owner", owner)
                    .mapTo(Long.class)
                    .one();
            String reason = "the courier stopped during the call";
            handle.execute("""
                    INSERT INTO message_history (id, at_millis, state, attempts, reason, actor)
                    SELECT id, ?, 'in_doubt', attempts, ?, '' FROM message_ledger
                    WHERE state = 'claimed' AND erased = 0 AND owner = ? AND epoch < ?
                    """, now.toEpochMilli(), reason, owner, epoch);
            handle.execute("""
                    UPDATE message_ledger SET state = CASE WHEN erased = 1 THEN 'cancelled' ELSE 'in_doubt' END,
                        reason = CASE WHEN erased = 1 THEN reason ELSE ? END, changed_millis = ?
                    WHERE state = 'claimed' AND owner = ? AND epoch < ?
                    """, reason, now.toEpochMilli(), owner, epoch);
            return new Claimant(owner, epoch);
        });
    }

    @Override
    public List<Cancelled> plan(List<Planned> messages, List<Cancellation> cancellations, Instant now) {
        if (messages.isEmpty() && cancellations.isEmpty()) {
            return List.of();
        }
        return database.write(handle -> {
            var planning = new Planning(handle, database.erased(handle), now);
            planning.insert(messages);
            return planning.cancel(cancellations);
        });
    }

    @Override
    public List<Claim> claim(
            Claimant claimant,
            Channel channel,
            Collection<Integer> partitions,
            int limit,
            Instant now,
            Instant leaseUntil) {
        // Nothing is due most of the time, and looking costs no transaction.
        if (partitions.isEmpty() || limit <= 0 || !anyDue(channel, partitions, now)) {
            return List.of();
        }
        return database.write(handle -> {
            var claims = new ArrayList<DueClaim>();
            int partitionsLeft = partitions.size();
            for (int partition : partitions) {
                // Each partition its share of what is left, so that none waits for another's backlog.
                int share = (limit - claims.size() + partitionsLeft - 1) / partitionsLeft;
                claims.addAll(claimOf(handle, claimant, channel, partition, share, now, leaseUntil));
                partitionsLeft--;
            }
            return claims.stream()
                    .sorted(Comparator.comparingLong(DueClaim::dueMillis).thenComparingLong(DueClaim::number))
                    .map(DueClaim::claim)
                    .toList();
        });
    }

    private boolean anyDue(Channel channel, Collection<Integer> partitions, Instant now) {
        return database.read(handle -> handle.createQuery("""
                        SELECT number FROM message_ledger
                        WHERE state IN ('planned', 'waiting') AND channel = :channel
                            AND partition_number IN (<partitions>) AND due_millis <= :now
                        LIMIT 1
                        """)
                .bind("channel", channel.wireName())
                .bindList("partitions", List.copyOf(partitions))
                .bind("now", now.toEpochMilli())
                .mapTo(Long.class)
                .findFirst()
                .isPresent());
    }

    private static List<DueClaim> claimOf(
            Handle handle,
            Claimant claimant,
            Channel channel,
            int partition,
            int limit,
            Instant now,
            Instant leaseUntil) {
        // Couriers that claim at once pass by each other's rows. The rows are chosen once and before any is changed: as
        // a plain subquery PostgreSQL may run the choice again for every row, which takes more than the limit.
        return handle.createQuery("""
                        WITH due AS MATERIALIZED (
                            SELECT number FROM message_ledger
                            WHERE state IN ('planned', 'waiting') AND channel = :channel
                                AND partition_number = :partition AND due_millis <= :now
                            ORDER BY due_millis, number LIMIT :limit <taking_untaken>)
                        UPDATE message_ledger SET state = 'claimed', owner = :owner, epoch = :epoch,
                            lease_until_millis = :leaseUntil, attempts = attempts + 1, changed_millis = :now
                        WHERE number IN (SELECT number FROM due)
                        RETURNING number, due_millis, attempts, planned_millis, message_json
                        """)
                .bind("owner", claimant.owner())
                .bind("epoch", claimant.epoch())
                .bind("leaseUntil", leaseUntil.toEpochMilli())
                .bind("now", now.toEpochMilli())
                .bind("channel", channel.wireName())
                .bind("partition", partition)
                .bind("limit", limit)
                .map((row, context) -> new DueClaim(
                        row.getLong("due_millis"),
                        row.getLong("number"),
                        new Claim(
                                LedgerRow.message(row),
                                row.getInt("attempts"),
                                Instant.ofEpochMilli(row.getLong("planned_millis")))))
                .list();
    }

    @Override
    public Set<MessageId> record(Claimant claimant, List<Resolution> resolutions, Instant now) {
        if (resolutions.isEmpty()) {
            return Set.of();
        }
        return database.write(handle -> Recording.record(handle, claimant, resolutions, now));
    }

    @Override
    public int doubtAbandoned(Instant wallTime, Instant now) {
        boolean anyAbandoned = database.read(handle -> handle.createQuery("""
                        SELECT number FROM message_ledger WHERE state = 'claimed' AND lease_until_millis <= :wallTime
                        LIMIT 1
                        """)
                .bind("wallTime", wallTime.toEpochMilli())
                .mapTo(Long.class)
                .findFirst()
                .isPresent());
        if (!anyAbandoned) {
            return 0;
        }
        String reason = "the lease ran out during the call";
        return database.write(handle -> {
            handle.execute("""
                    INSERT INTO message_history (id, at_millis, state, attempts, reason, actor)
                    SELECT id, ?, 'in_doubt', attempts, ?, '' FROM message_ledger
                    WHERE state = 'claimed' AND erased = 0 AND lease_until_millis <= ?
                    """, now.toEpochMilli(), reason, wallTime.toEpochMilli());
            return handle.execute("""
                    UPDATE message_ledger SET state = CASE WHEN erased = 1 THEN 'cancelled' ELSE 'in_doubt' END,
                        reason = CASE WHEN erased = 1 THEN reason ELSE ? END, changed_millis = ?
                    WHERE state = 'claimed' AND lease_until_millis <= ?
                    """, reason, now.toEpochMilli(), wallTime.toEpochMilli());
        });
    }

    @Override
    public int resendDoubtful(Channel channel, Collection<Integer> partitions, Instant now) {
        if (partitions.isEmpty()) {
            return 0;
        }
        boolean anyDoubtful = database.read(handle -> handle.createQuery("""
                        SELECT number FROM message_ledger
                        WHERE state = 'in_doubt' AND channel = :channel AND partition_number IN (<partitions>) LIMIT 1
                        """)
                .bind("channel", channel.wireName())
                .bindList("partitions", List.copyOf(partitions))
                .mapTo(Long.class)
                .findFirst()
                .isPresent());
        if (!anyDoubtful) {
            return 0;
        }
        return database.write(handle -> handle.createUpdate("""
                        UPDATE message_ledger SET state = 'waiting', due_millis = :now, changed_millis = :now
                        WHERE state = 'in_doubt' AND channel = :channel AND partition_number IN (<partitions>)
                        """)
                .bind("now", now.toEpochMilli())
                .bind("channel", channel.wireName())
                .bindList("partitions", List.copyOf(partitions))
                .execute());
    }

    @Override
    public List<LedgerEntry> doubtful(Channel channel, Collection<Integer> partitions, long after, int limit) {
        if (partitions.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery(LedgerRow.SELECT + """
                        WHERE state = 'in_doubt' AND channel = :channel AND partition_number IN (<partitions>)
                            AND number > :after
                        ORDER BY number LIMIT :limit
                        """)
                .bind("channel", channel.wireName())
                .bindList("partitions", List.copyOf(partitions))
                .bind("after", after)
                .bind("limit", limit)
                .map((row, context) -> LedgerRow.entry(row))
                .list());
    }

    @Override
    public boolean settle(LedgerEntry doubtful, Result result, Instant now) {
        return database.write(handle -> Recording.settle(handle, doubtful, result, now));
    }

    @Override
    public boolean sendAgain(MessageId id, String providerId, String reason, Instant due, Instant now) {
        return database.write(handle -> Recording.sendAgain(handle, id, providerId, reason, due, now));
    }

    @Override
    public Optional<LedgerEntry> find(MessageId id) {
        return database.read(handle -> handle.createQuery(LedgerRow.SELECT + "WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> LedgerRow.entry(row))
                .findOne());
    }

    @Override
    public List<CustomerId> customersAt(Channel channel, String address) {
        return database.read(handle -> handle.createQuery("""
                        SELECT DISTINCT customer FROM message_ledger WHERE address_name = :name ORDER BY customer
                        """)
                .bind("name", ReceiptEvents.nameOf(channel, address))
                .map((row, context) -> new CustomerId(row.getString("customer")))
                .list());
    }

    @Override
    public List<LedgerEntry> newest(LedgerQuery query, long before, int limit) {
        var conditions = new StringBuilder("WHERE number < :before");
        if (!query.states().isEmpty()) {
            conditions.append(" AND state IN (<states>)");
        }
        if (!query.channels().isEmpty()) {
            conditions.append(" AND channel IN (<channels>)");
        }
        if (!query.journey().isEmpty()) {
            conditions.append(" AND journey = :journey");
        }
        if (!query.customer().isEmpty()) {
            conditions.append(" AND customer = :customer");
        }
        return database.read(handle -> {
            var select = handle.createQuery(LedgerRow.SELECT + conditions + " ORDER BY number DESC LIMIT :limit");
            if (!query.states().isEmpty()) {
                select.bindList(
                        "states",
                        query.states().stream().map(MessageState::wireName).toList());
            }
            if (!query.channels().isEmpty()) {
                select.bindList(
                        "channels",
                        query.channels().stream().map(Channel::wireName).toList());
            }
            if (!query.journey().isEmpty()) {
                select.bind("journey", StoredText.of(query.journey()));
            }
            if (!query.customer().isEmpty()) {
                select.bind("customer", StoredText.of(query.customer()));
            }
            return select.bind("before", before)
                    .bind("limit", limit)
                    .map((row, context) -> LedgerRow.entry(row))
                    .list();
        });
    }

    @Override
    public List<LedgerCount> counts() {
        return database.read(handle -> handle.createQuery("""
                        SELECT journey, channel, state, COUNT(*) AS messages FROM message_ledger
                        GROUP BY journey, channel, state ORDER BY journey, channel, state
                        """)
                .map((row, context) -> new LedgerCount(
                        new JourneyId(row.getString("journey")),
                        Channel.ofWireName(row.getString("channel")),
                        MessageState.ofWireName(row.getString("state")),
                        row.getLong("messages")))
                .list());
    }

    @Override
    public void export(Consumer<LedgerEntry> reader) {
        long after = 0;
        List<LedgerEntry> page = page(after);
        while (!page.isEmpty()) {
            page.forEach(reader);
            after = page.get(page.size() - 1).number();
            page = page(after);
        }
    }

    private List<LedgerEntry> page(long after) {
        return database.read(
                handle -> handle.createQuery(LedgerRow.SELECT + "WHERE number > :after ORDER BY number LIMIT :limit")
                        .bind("after", after)
                        .bind("limit", EXPORT_PAGE)
                        .map((row, context) -> LedgerRow.entry(row))
                        .list());
    }

    private record DueClaim(long dueMillis, long number, Claim claim) {}
}
