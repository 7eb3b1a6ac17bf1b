package dev.sendero.cli.backtest;

import dev.sendero.api.message.Message;
import java.util.Comparator;

/** A message and its line in {@code messages.jsonl}. */
record RenderedMessage(Message message, String line) {

    static final Comparator<RenderedMessage> ORDER = Comparator.comparing(
            RenderedMessage::message,
            Comparator.comparing(Message::at)
                    .thenComparing(Message::journey)
                    .thenComparing(Message::customer)
                    .thenComparing(Message::id));
}
