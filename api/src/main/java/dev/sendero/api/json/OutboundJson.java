package dev.sendero.api.json;

import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;
import dev.sendero.api.message.Outbound;
import org.jspecify.annotations.Nullable;

/** Reads records of the topic {@code messages}: those that every store can hold. */
public final class OutboundJson {

    private OutboundJson() {}

    /**
     * @param json null for a record without a value
     * @throws MalformedJson when it is none, or something of it is missing or out of all bounds; it quotes nothing
     */
    public static Outbound read(byte @Nullable [] json) throws MalformedJson {
        Outbound outbound = WireJson.readWhole(json, Outbound.class);
        if (outbound instanceof Message message) {
            Storable.check(message.at(), "at");
            Storable.check(message.id().value(), "id");
        } else if (outbound instanceof Cancellation cancellation) {
            Storable.check(cancellation.at(), "at");
        } else if (outbound instanceof Erasure erasure) {
            Storable.check(erasure.at(), "at");
        }
        return outbound;
    }
}
