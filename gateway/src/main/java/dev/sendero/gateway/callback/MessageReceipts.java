package dev.sendero.gateway.callback;

import dev.sendero.api.event.Event;
import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.MessageId;
import dev.sendero.gateway.events.AcceptedEvents;
import dev.sendero.gateway.events.EventLogUnavailable;
import dev.sendero.store.ledger.Ledger;
import dev.sendero.store.ledger.LedgerEntry;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells journeys what became of messages. */
public final class MessageReceipts {

    private static final Logger LOG = LoggerFactory.getLogger(MessageReceipts.class);

    private final Ledger ledger;
    private final AcceptedEvents events;
    private final InstantSource clock;

    public MessageReceipts(Ledger ledger, AcceptedEvents events, InstantSource clock) {
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Durable when it returns. Of a message that nobody knows, or whose customer has been erased, nothing is told.
     *
     * @param more what the event says beside which message it is
     */
    public void tell(MessageId id, ReceiptEvents.Kind kind, Map<String, Object> more) throws EventLogUnavailable {
        Optional<Message> known = find(id, kind);
        if (known.isPresent()) {
            tell(known.get(), kind, more);
        }
    }

    /** As {@link #tell(MessageId, ReceiptEvents.Kind, Map)}, of a message that is at hand. */
    void tell(Message message, ReceiptEvents.Kind kind, Map<String, Object> more) throws EventLogUnavailable {
        if (message.isErased()) {
            return;
        }
        Event receipt = ReceiptEvents.of(kind, message, clock.instant());
        var properties = new LinkedHashMap<>(receipt.properties());
        properties.putAll(more);
        events.append(List.of(
                Event.track(receipt.id(), receipt.name(), receipt.customer(), receipt.timestamp(), properties)));
    }

    /** The message of which something is to be told. @param kind for the log, when nobody knows it */
    Optional<Message> find(MessageId id, ReceiptEvents.Kind kind) {
        Optional<Message> known = ledger.find(id).map(LedgerEntry::message);
        if (known.isEmpty()) {
            LOG.warn("message {}: {}, and the ledger does not know it", id.value(), kind);
        }
        return known;
    }
}
