package dev.sendero.store.suppression;

import dev.sendero.api.message.Channel;
import dev.sendero.store.Database;
import dev.sendero.store.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The suppressed addresses in the relational store. */
public final class SqlSuppressions implements Suppressions {

    private final Database database;

    public SqlSuppressions(Database database) {
        this.database = database;
    }

    @Override
    public void add(Channel channel, String address, String reason, Instant at) {
        database.write(handle -> handle.execute(
                """
                INSERT INTO suppression (channel, address, reason, at_millis) VALUES (?, ?, ?, ?)
                ON CONFLICT (channel, address) DO NOTHING
                """, channel.wireName(), comparable(channel, address), StoredText.of(reason), at.toEpochMilli()));
    }

    @Override
    public Optional<Suppression> find(Channel channel, String address) {
        return database.read(handle -> handle.createQuery("""
                        SELECT channel, address, reason, at_millis FROM suppression
                        WHERE channel = :channel AND address = :address
                        """)
                .bind("channel", channel.wireName())
                .bind("address", comparable(channel, address))
                .map((row, context) -> suppression(row))
                .findOne());
    }

    @Override
    public void remove(Channel channel, String address) {
        database.write(handle -> handle.execute(
                "DELETE FROM suppression WHERE channel = ? AND address = ?",
                channel.wireName(),
                comparable(channel, address)));
    }

    @Override
    public List<Suppression> newest(int limit) {
        return database.read(handle -> handle.createQuery("""
                        SELECT channel, address, reason, at_millis FROM suppression
                        ORDER BY at_millis DESC, address LIMIT :limit
                        """)
                .bind("limit", limit)
                .map((row, context) -> suppression(row))
                .list());
    }

    private static String comparable(Channel channel, String address) {
        return StoredText.of(channel.comparable(address));
    }

    private static Suppression suppression(ResultSet row) throws SQLException {
        return new Suppression(
                Channel.ofWireName(row.getString("channel")),
                row.getString("address"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("at_millis")));
    }
}
