package dev.sendero.store.journal;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.Money;
import dev.sendero.api.RunId;
import dev.sendero.api.fact.Fact;
import dev.sendero.api.fact.FactType;
import dev.sendero.store.Database;
import dev.sendero.store.ErasedCustomers;
import dev.sendero.store.StoredText;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The journal in the relational store; facts and their counters change in one transaction. */
public final class SqlJournal implements Journal {

    private final Database database;

    public SqlJournal(Database database) {
        this.database = database;
    }

    @Override
    public List<Fact> record(List<Fact> facts) {
        if (facts.isEmpty()) {
            return List.of();
        }
        return database.write(handle -> {
            List<Fact> fresh = insert(handle, facts, database.erased(handle));
            var tally = new Tally();
            fresh.forEach(tally::add);
            tally.writeTo(handle);
            return fresh;
        });
    }

    /** Of somebody who has been erased only what is counted is written. */
    private List<Fact> insert(Handle handle, List<Fact> facts, ErasedCustomers erased) {
        List<FactRow> rows = facts.stream()
                .map(fact -> isErased(fact, erased) ? ErasedFacts.row(fact, database) : new FactRow(fact.id(), fact))
                .toList();
        int[] inserted = FactRow.insert(handle, rows);
        var fresh = new ArrayList<Fact>();
        for (int index = 0; index < inserted.length; index++) {
            if (inserted[index] == 1) {
                fresh.add(facts.get(index));
            }
        }
        return fresh;
    }

    private static boolean isErased(Fact fact, ErasedCustomers erased) {
        return !fact.customer().isEmpty() && erased.contains(new CustomerId(fact.customer()), fact.at());
    }

    @Override
    public List<FactCount> counts() {
        return database.read(handle -> handle.createQuery("""
                        SELECT journey, version, type, step, arm, reason, facts, value_millionths FROM fact_count
                        ORDER BY journey, version, type, step, arm, reason
                        """)
                .map((row, context) -> new FactCount(
                        new JourneyId(row.getString("journey")),
                        row.getString("version"),
                        FactType.ofWireName(row.getString("type")),
                        row.getString("step"),
                        row.getString("arm"),
                        row.getString("reason"),
                        row.getLong("facts"),
                        Millionths.toAmount(row.getLong("value_millionths"))))
                .list());
    }

    @Override
    public List<MinuteCount> countsByMinute(JourneyId journey, Instant from) {
        return database.read(handle -> handle.createQuery("""
                        SELECT minute_millis, type, facts FROM fact_minute
                        WHERE journey = :journey AND minute_millis >= :from
                        ORDER BY minute_millis, type
                        """)
                .bind("journey", StoredText.of(journey.value()))
                .bind("from", Tally.minuteOf(from))
                .map((row, context) -> new MinuteCount(
                        Instant.ofEpochMilli(row.getLong("minute_millis")),
                        FactType.ofWireName(row.getString("type")),
                        row.getLong("facts")))
                .list());
    }

    @Override
    public List<Fact> timeline(CustomerId customer, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT at_millis, journey, version, run, customer, type, step, arm, correlation_key, reason,
                            amount, currency, occurrence
                        FROM fact WHERE customer = :customer
                        ORDER BY at_millis DESC, number DESC LIMIT :limit
                        """)
                .bind("customer", StoredText.of(customer.value()))
                .bind("limit", limit)
                .map((row, context) -> fact(row))
                .list());
    }

    private static Fact fact(ResultSet row) throws SQLException {
        return new Fact(
                Instant.ofEpochMilli(row.getLong("at_millis")),
                new JourneyId(row.getString("journey")),
                row.getString("version"),
                new RunId(row.getString("run")),
                row.getString("customer"),
                FactType.ofWireName(row.getString("type")),
                row.getString("step"),
                row.getString("arm"),
                row.getString("correlation_key"),
                row.getString("reason"),
                new Money(new BigDecimal(row.getString("amount")), row.getString("currency")),
                row.getInt("occurrence"));
    }
}
