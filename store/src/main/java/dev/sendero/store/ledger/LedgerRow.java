package dev.sendero.store.ledger;

import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Message;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;

/** How a row of the table reads as records. */
final class LedgerRow {

    static final String SELECT = """
            SELECT number, partition_number, state, due_millis, owner, epoch, attempts, provider_id, reason,
                planned_millis, changed_millis, message_json
            FROM message_ledger
            """;

    private LedgerRow() {}

    static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(
                row.getLong("number"),
                message(row),
                row.getInt("partition_number"),
                MessageState.ofWireName(row.getString("state")),
                Instant.ofEpochMilli(row.getLong("due_millis")),
                new Claimant(row.getString("owner"), row.getLong("epoch")),
                row.getInt("attempts"),
                row.getString("provider_id"),
                row.getString("reason"),
                Instant.ofEpochMilli(row.getLong("planned_millis")),
                Instant.ofEpochMilli(row.getLong("changed_millis")));
    }

    static String json(Message message) {
        return new String(WireJson.write(message), StandardCharsets.UTF_8);
    }

    static Message message(ResultSet row) throws SQLException {
        try {
            return WireJson.read(row.getString("message_json").getBytes(StandardCharsets.UTF_8), Message.class);
        } catch (MalformedJson malformed) {
            throw new IllegalStateException("ledger: a message cannot be read (expected: as written)", malformed);
        }
    }
}
