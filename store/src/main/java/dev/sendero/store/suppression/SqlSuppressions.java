package dev.sendero.store.suppression;

import dev.sendero.api.message.Channel;
import dev.sendero.store.Database;
import dev.sendero.store.Pseudonyms;
import dev.sendero.store.StoredText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The suppressed addresses in the relational store. */
public final class SqlSuppressions implements Suppressions {

    /** What no address begins with. */
    private static final String PSEUDONYM = "hmac:";

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
                """, channel.wireName(), kept(channel, address), StoredText.of(reason), at.toEpochMilli()));
    }

    @Override
    public Optional<Suppression> find(Channel channel, String address) {
        return database.read(handle -> handle.createQuery("""
                        SELECT channel, :plain AS address, reason, at_millis FROM suppression
                        WHERE channel = :channel AND address IN (:plain, :kept)
                        ORDER BY at_millis LIMIT 1
                        """)
                .bind("channel", channel.wireName())
                .bind("plain", comparable(channel, address))
                .bind("kept", kept(channel, address))
                .map((row, context) -> suppression(row))
                .findOne());
    }

    @Override
    public void remove(Channel channel, String address) {
        database.write(handle -> handle.execute(
                "DELETE FROM suppression WHERE channel = ? AND address IN (?, ?)",
                channel.wireName(),
                comparable(channel, address),
                kept(channel, address)));
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

    /**
     * Puts pseudonyms in the place of addresses that were written before there was a key for them, within a transaction.
     * Whose an address is, is not known here.
     */
    public static void hideAddresses(Handle handle, Pseudonyms pseudonyms) {
        record Plain(Channel channel, String address) {}
        List<Plain> plain = handle.createQuery(
                        "SELECT channel, address FROM suppression WHERE address NOT LIKE :pseudonyms")
                .bind("pseudonyms", PSEUDONYM + "%")
                .map((row, context) ->
                        new Plain(Channel.ofWireName(row.getString("channel")), row.getString("address")))
                .list();
        for (Plain row : plain) {
            String hidden = PSEUDONYM + pseudonyms.of(row.channel, row.address);
            handle.execute("""
                    INSERT INTO suppression (channel, address, reason, at_millis)
                    SELECT channel, ?, reason, at_millis FROM suppression WHERE channel = ? AND address = ?
                    ON CONFLICT (channel, address) DO NOTHING
                    """, hidden, row.channel.wireName(), row.address);
            handle.execute(
                    "DELETE FROM suppression WHERE channel = ? AND address = ?", row.channel.wireName(), row.address);
        }
    }

    private String kept(Channel channel, String address) {
        return database.pseudonyms()
                .map(pseudonyms -> PSEUDONYM + pseudonyms.of(channel, address))
                .orElseGet(() -> comparable(channel, address));
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
