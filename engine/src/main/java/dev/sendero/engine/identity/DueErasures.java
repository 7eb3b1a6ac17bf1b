package dev.sendero.engine.identity;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.message.Erasure;
import dev.sendero.core.Admission;
import dev.sendero.core.identity.Visitor;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.engine.operator.DueEvents;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is to be erased of those whom time has reached: users, and devices. */
final class DueErasures {

    private final Map<String, ReceivedEvent> byId = new HashMap<>();

    void clear() {
        byId.clear();
    }

    void take(DueEvents due) {
        due.forEach(event -> {
            if (event.isErasure()) {
                byId.merge(
                        event.key(),
                        event,
                        (one, other) -> one.timestampMillis() < other.timestampMillis() ? other : one);
            }
        });
    }

    boolean isEmpty() {
        return byId.isEmpty();
    }

    /** What erases a device: itself or the user who has logged in there; null when it stays, or came after the erasure. */
    @Nullable
    ReceivedEvent of(String device, Visitor<ReceivedEvent> visitor) {
        ReceivedEvent own = byId.get(device);
        if (own != null && isBefore(visitor, own)) {
            return own;
        }
        ReceivedEvent ofUser = visitor.user().isEmpty() ? null : byId.get(visitor.user());
        return ofUser != null && isBefore(visitor, ofUser) ? ofUser : null;
    }

    private static boolean isBefore(Visitor<ReceivedEvent> visitor, ReceivedEvent erasure) {
        long began = visitor.history().isEmpty()
                ? visitor.linkedAt().millis()
                : visitor.history().get(0).position().millis();
        return began <= erasure.timestampMillis();
    }

    /** Who else is erased with a device: the device when its user is, and its user when the device is. */
    static Optional<ReceivedEvent> follows(ReceivedEvent erasure, String device, Visitor<ReceivedEvent> visitor) {
        if (!erasure.key().equals(device)) {
            return Optional.of(of(erasure, device, Erasure.Why.DEVICE));
        }
        return visitor.user().isEmpty() ? Optional.empty() : Optional.of(of(erasure, visitor.user(), Erasure.Why.USER));
    }

    private static ReceivedEvent of(ReceivedEvent erasure, String id, Erasure.Why why) {
        return ReceivedEvent.of(
                ErasureEvents.of(
                        erasure.id(), new CustomerId(id), Instant.ofEpochMilli(erasure.timestampMillis()), why),
                Admission.ALL);
    }
}
