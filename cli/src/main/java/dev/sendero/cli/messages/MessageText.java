package dev.sendero.cli.messages;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.HorizontalAlign;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.store.ledger.HistoryLine;
import dev.sendero.store.ledger.LedgerEntry;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Messages for people. Neither addresses nor bodies are shown. */
final class MessageText {

    private static final int SHORT_ID = 12;
    private static final int WIDEST = 48;

    private MessageText() {}

    /** As much of an id as tells it from others in practice. */
    static String shortId(MessageId id) {
        return id.value().length() <= SHORT_ID ? id.value() : id.value().substring(0, SHORT_ID);
    }

    static String table(List<LedgerEntry> entries) {
        return AsciiTable.builder()
                .border(AsciiTable.BASIC_ASCII_NO_DATA_SEPARATORS_NO_OUTSIDE_BORDER)
                .data(
                        entries,
                        List.of(
                                text("Message")
                                        .with(entry -> shortId(entry.message().id())),
                                text("State").with(entry -> entry.state().wireName()),
                                text("Channel")
                                        .with(entry -> entry.message().channel().wireName()),
                                text("Journey")
                                        .with(entry -> entry.message().journey().value()),
                                text("Step")
                                        .with(entry -> entry.message().step().value()),
                                text("Customer")
                                        .with(entry ->
                                                entry.message().customer().value()),
                                number("Tries").with(entry -> Integer.toString(entry.attempts())),
                                text("Since").with(entry -> second(entry.changedAt())),
                                text("Reason").with(LedgerEntry::reason)))
                .asString()
                .stripTrailing();
    }

    static String one(LedgerEntry entry, List<HistoryLine> history) {
        Message message = entry.message();
        var text = new StringBuilder();
        line(text, "message", message.id().value());
        line(text, "state", entry.state().wireName() + " since " + second(entry.changedAt()));
        line(text, "reason", entry.reason());
        line(text, "provider id", entry.providerId());
        line(text, "channel", message.channel().wireName());
        line(text, "customer", message.customer().value());
        line(text, "group", message.group());
        line(text, "journey", message.journey() + ", version " + message.version());
        line(text, "step", message.step() + (message.isErased() ? "" : " of run " + message.run()));
        line(text, "decided", second(message.at()));
        line(text, "expires", message.expires().equals(Instant.MAX) ? "never" : second(message.expires()));
        line(text, "tries", Integer.toString(entry.attempts()));
        switch (entry.state()) {
            case PLANNED, WAITING -> line(text, "due", second(entry.dueAt()));
            case CLAIMED -> line(text, "courier", entry.claimant().owner());
            default -> {}
        }
        if (!history.isEmpty()) {
            text.append("\nwhat it went through\n");
            history.forEach(past -> text.append("  ").append(sentence(past)).append('\n'));
        }
        return text.toString().stripTrailing();
    }

    private static String sentence(HistoryLine past) {
        String who = past.actor().isEmpty() ? "after try " + past.attempts() : "by " + past.actor();
        String reason = past.reason().isEmpty() ? "" : ": " + past.reason();
        return second(past.at()) + "  " + past.state().wireName() + " " + who + reason;
    }

    private static void line(StringBuilder text, String name, String value) {
        if (!value.isEmpty()) {
            text.append(String.format("%-12s %s%n", name, value));
        }
    }

    private static String second(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static Column text(String header) {
        return new Column()
                .header(header)
                .headerAlign(HorizontalAlign.LEFT)
                .dataAlign(HorizontalAlign.LEFT)
                .maxWidth(WIDEST);
    }

    private static Column number(String header) {
        return new Column().header(header).headerAlign(HorizontalAlign.RIGHT).dataAlign(HorizontalAlign.RIGHT);
    }
}
