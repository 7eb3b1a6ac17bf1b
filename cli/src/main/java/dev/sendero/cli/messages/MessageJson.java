package dev.sendero.cli.messages;

import dev.sendero.api.message.Message;
import dev.sendero.cli.terminal.JsonResult;
import dev.sendero.store.ledger.HistoryLine;
import dev.sendero.store.ledger.LedgerEntry;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages for machines. Neither addresses nor bodies are shown. */
final class MessageJson {

    private MessageJson() {}

    static String list(List<LedgerEntry> entries) {
        return JsonResult.write(
                "sendero.messages/1",
                Map.of("messages", entries.stream().map(MessageJson::fields).toList()));
    }

    static String one(LedgerEntry entry, List<HistoryLine> history) {
        Map<String, Object> fields = fields(entry);
        fields.put("history", history.stream().map(MessageJson::fields).toList());
        return JsonResult.write("sendero.message/1", fields);
    }

    private static Map<String, Object> fields(LedgerEntry entry) {
        Message message = entry.message();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", message.id().value());
        fields.put("state", entry.state().wireName());
        fields.put("reason", entry.reason());
        fields.put("channel", message.channel().wireName());
        fields.put("journey", message.journey().value());
        fields.put("version", message.version());
        fields.put("step", message.step().value());
        fields.put("run", message.run().value());
        fields.put("customer", message.customer().value());
        fields.put("group", message.group());
        fields.put("attempts", entry.attempts());
        fields.put("provider_id", entry.providerId());
        fields.put("decided_at", message.at().toString());
        fields.put("planned_at", entry.plannedAt().toString());
        fields.put("changed_at", entry.changedAt().toString());
        fields.put("due_at", entry.dueAt().toString());
        if (!message.expires().equals(Instant.MAX)) {
            fields.put("expires_at", message.expires().toString());
        }
        return fields;
    }

    private static Map<String, Object> fields(HistoryLine past) {
        return Map.of(
                "at", past.at().toString(),
                "state", past.state().wireName(),
                "attempts", past.attempts(),
                "reason", past.reason(),
                "by", past.actor());
    }
}
