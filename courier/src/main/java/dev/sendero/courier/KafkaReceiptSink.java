package dev.sendero.courier;

import dev.sendero.api.event.Event;
import dev.sendero.api.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Appends receipts to the topic {@code events}, by customer. */
public final class KafkaReceiptSink implements ReceiptSink {

    private final TopicWriter events;

    public KafkaReceiptSink(String bootstrapServers, String topic) {
        this.events = new TopicWriter(bootstrapServers, topic);
    }

    @Override
    public void accept(List<Event> receipts) {
        events.write(receipts.stream()
                .map(receipt -> new TopicWriter.KeyedRecord(
                        receipt.timestamp(),
                        receipt.customer().value().getBytes(StandardCharsets.UTF_8),
                        EventJson.write(receipt)))
                .toList());
    }

    @Override
    public void close() {
        events.close();
    }
}
