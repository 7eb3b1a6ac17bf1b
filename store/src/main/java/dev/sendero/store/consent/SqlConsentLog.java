package dev.sendero.store.consent;

import dev.sendero.api.CustomerId;
import dev.sendero.api.message.Channel;
import dev.sendero.store.Database;
import dev.sendero.store.ErasedCustomers;
import dev.sendero.store.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The record of consent in the relational store. */
public final class SqlConsentLog implements ConsentLog {

    private final Database database;

    public SqlConsentLog(Database database) {
        this.database = database;
    }

    @Override
    public void append(List<ConsentChange> changes) {
        if (changes.isEmpty()) {
            return;
        }
        database.write(handle -> {
            ErasedCustomers erased = database.erased(handle);
            var batch = handle.prepareBatch("""
                    INSERT INTO consent_change
                        (customer, channel, subscription_group, granted, at_millis, source, text_version)
                    VALUES (:customer, :channel, :group, :granted, :at, :source, :textVersion)
                    ON CONFLICT DO NOTHING
                    """);
            for (ConsentChange change : changes) {
                if (erased.contains(change.customer(), change.at())) {
                    continue;
                }
                batch.bind("customer", StoredText.of(change.customer().value()))
                        .bind("channel", change.channel().wireName())
                        .bind("group", StoredText.of(change.group()))
                        .bind("granted", change.granted() ? 1 : 0)
                        .bind("at", change.at().toEpochMilli())
                        .bind("source", StoredText.of(change.source()))
                        .bind("textVersion", StoredText.of(change.textVersion()))
                        .add();
            }
            return batch.size() == 0 ? new int[0] : batch.execute();
        });
    }

    @Override
    public boolean isWithdrawn(CustomerId customer, Channel channel, String group, Instant after) {
        return database.read(handle -> handle.createQuery("""
                        SELECT granted FROM consent_change
                        WHERE customer = :customer AND channel = :channel AND subscription_group IN (:group, '')
                            AND at_millis > :after
                        ORDER BY at_millis DESC, number DESC LIMIT 1
                        """)
                .bind("customer", StoredText.of(customer.value()))
                .bind("channel", channel.wireName())
                .bind("group", StoredText.of(group))
                .bind("after", after.toEpochMilli())
                .mapTo(Integer.class)
                .findOne()
                .filter(granted -> granted == 0)
                .isPresent());
    }

    @Override
    public List<ConsentChange> of(CustomerId customer, int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT customer, channel, subscription_group, granted, at_millis, source, text_version
                        FROM consent_change WHERE customer = :customer
                        ORDER BY at_millis DESC, number DESC LIMIT :limit
                        """)
                .bind("customer", StoredText.of(customer.value()))
                .bind("limit", limit)
                .map((row, context) -> change(row))
                .list());
    }

    private static ConsentChange change(ResultSet row) throws SQLException {
        return new ConsentChange(
                new CustomerId(row.getString("customer")),
                Channel.ofWireName(row.getString("channel")),
                row.getString("subscription_group"),
                row.getInt("granted") == 1,
                Instant.ofEpochMilli(row.getLong("at_millis")),
                row.getString("source"),
                row.getString("text_version"));
    }
}
