package dev.sendero.store.mailbox;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.api.RunId;
import dev.sendero.api.StepId;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Channel;
import dev.sendero.api.message.MessageId;
import dev.sendero.api.message.Rendered;
import dev.sendero.store.Database;
import dev.sendero.store.GroupCommit;
import dev.sendero.store.StoredText;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The mailbox in the relational store. Numbers follow the order of arrival as long as one process puts entries. */
public final class SqlMailbox implements Mailbox {

    private static final String ENTRY =
            "SELECT number, id, journey, run, step, customer, subscription_group, at_millis, content_json FROM mailbox ";

    private final Database database;
    private final GroupCommit<MailboxEntry> arrivals = new GroupCommit<>(this::insert);

    public SqlMailbox(Database database) {
        this.database = database;
    }

    @Override
    public void put(MailboxEntry entry) {
        arrivals.write(entry);
    }

    private void insert(List<MailboxEntry> entries) {
        database.writeLazily(handle -> {
            try (var batch = handle.prepareBatch("""
                    INSERT INTO mailbox (id, journey, run, step, customer, subscription_group, channel, at_millis,
                        content_json, search_text)
                    SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
                    WHERE NOT EXISTS (SELECT 1 FROM message_ledger WHERE id = ? AND erased = 1)
                    ON CONFLICT (id) DO NOTHING
                    """)) {
                for (MailboxEntry entry : entries) {
                    batch.add(
                            entry.id().value(),
                            StoredText.of(entry.journey().value()),
                            entry.run().value(),
                            StoredText.of(entry.step().value()),
                            StoredText.of(entry.customer().value()),
                            StoredText.of(entry.group()),
                            entry.content().channel().wireName(),
                            entry.at().toEpochMilli(),
                            new String(WireJson.write(entry.content()), StandardCharsets.UTF_8),
                            StoredText.of(searchText(entry)),
                            entry.id().value());
                }
                return batch.execute();
            }
        });
    }

    private static String searchText(MailboxEntry entry) {
        String said;
        if (entry.content() instanceof Rendered.Email email) {
            said = email.subject() + "\n" + email.text();
        } else if (entry.content() instanceof Rendered.Sms sms) {
            said = sms.text();
        } else if (entry.content() instanceof Rendered.Slack slack) {
            said = slack.shownText();
        } else if (entry.content() instanceof Rendered.Push push) {
            said = push.title() + "\n" + push.text();
        } else if (entry.content() instanceof Rendered.Crm crm) {
            said = crm.object() + "\n" + crm.shownText();
        } else {
            said = ((Rendered.Webhook) entry.content()).body();
        }
        return (entry.content().to() + "\n" + entry.customer() + "\n" + said).toLowerCase(Locale.ROOT);
    }

    @Override
    public List<MailboxEntry> newest(Set<Channel> channels, String search, long before, int limit) {
        List<String> wanted = (channels.isEmpty() ? Set.of(Channel.values()) : channels)
                .stream().map(Channel::wireName).toList();
        return database.read(handle -> handle.createQuery(ENTRY + """
                        WHERE number < :before AND channel IN (<channels>) AND search_text LIKE :search ESCAPE '\\'
                        ORDER BY number DESC LIMIT :limit
                        """)
                .bind("before", before)
                .bindList("channels", wanted)
                .bind("search", StoredText.containing(search.toLowerCase(Locale.ROOT)))
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    @Override
    public List<MailboxEntry> after(long number, int limit) {
        return database.read(handle -> handle.createQuery(ENTRY + "WHERE number > :number ORDER BY number LIMIT :limit")
                .bind("number", number)
                .bind("limit", limit)
                .map((row, context) -> entry(row))
                .list());
    }

    @Override
    public Optional<MailboxEntry> find(MessageId id) {
        return database.read(handle -> handle.createQuery(ENTRY + "WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> entry(row))
                .findOne());
    }

    @Override
    public long size() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM mailbox")
                .mapTo(Long.class)
                .one());
    }

    private static MailboxEntry entry(ResultSet row) throws SQLException {
        return new MailboxEntry(
                row.getLong("number"),
                new MessageId(row.getString("id")),
                new JourneyId(row.getString("journey")),
                new RunId(row.getString("run")),
                new StepId(row.getString("step")),
                new CustomerId(row.getString("customer")),
                row.getString("subscription_group"),
                Instant.ofEpochMilli(row.getLong("at_millis")),
                content(row.getString("content_json")));
    }

    private static Rendered content(String json) {
        try {
            return WireJson.read(json.getBytes(StandardCharsets.UTF_8), Rendered.class);
        } catch (MalformedJson malformed) {
            throw new IllegalStateException(
                    "mailbox: an entry's content cannot be read (expected: as written)", malformed);
        }
    }
}
