package dev.sendero.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/**
 * Events as JSON in Segment's shape (Segment, "Spec: Common Fields"). Read as a stream, in one pass; unknown fields
 * are skipped.
 */
public final class EventJson {

    /** Stands for the time of receipt of an event that nobody has received, as in a file. */
    public static final Instant NOT_RECEIVED = Instant.MIN;

    /** Gives events an id that have none. */
    @FunctionalInterface
    public interface AbsentId {
        EventId idFor(CustomerId customer) throws MalformedJson;
    }

    private EventJson() {}

    /**
     * @param receivedAt stands in for an absent timestamp, and is the time of a heartbeat whatever its JSON says
     * @throws MalformedJson when a field that an event cannot do without is absent or of the wrong type
     */
    public static Event read(byte[] json, Instant receivedAt) throws MalformedJson {
        return read(json, receivedAt, EventJson::refuseAbsentId);
    }

    /**
     * For events that come from a file, where a sender's id may be missing.
     *
     * @param receivedAt stands in for an absent timestamp
     * @param absentId gives the id of an event that has none, by its customer
     * @throws MalformedJson when a field that an event cannot do without is absent or of the wrong type
     */
    public static Event read(byte[] json, Instant receivedAt, AbsentId absentId) throws MalformedJson {
        return new EventParser(json, receivedAt, absentId, EventParser.Objects.PARSED)
                .parse()
                .parse();
    }

    /**
     * As {@link #read(byte[], Instant)}, but properties and traits stay JSON; what is malformed in them is found all the
     * same.
     *
     * @param json not to be changed any more
     * @throws MalformedJson whenever {@link #read(byte[], Instant)} throws it
     */
    public static RawEvent readRaw(byte[] json, Instant receivedAt) throws MalformedJson {
        return readRaw(json, receivedAt, EventJson::refuseAbsentId);
    }

    /**
     * As {@link #read(byte[], Instant, AbsentId)}, but properties and traits stay JSON; what is malformed in them is
     * found all the same.
     *
     * @param json not to be changed any more
     * @throws MalformedJson whenever {@link #read(byte[], Instant, AbsentId)} throws it
     */
    public static RawEvent readRaw(byte[] json, Instant receivedAt, AbsentId absentId) throws MalformedJson {
        return new EventParser(json, receivedAt, absentId, EventParser.Objects.RAW).parse();
    }

    private static EventId refuseAbsentId(CustomerId customer) throws MalformedJson {
        throw new MalformedJson("messageId: absent (expected: a text that is unique to the event)");
    }

    /** Reading it again gives an equal event. */
    public static byte[] write(Event event) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = EventParser.FACTORY.createGenerator(bytes)) {
            generator.writeStartObject();
            generator.writeStringField("messageId", event.id().value());
            generator.writeStringField("type", event.type().wireName());
            if (event.type() == EventType.TRACK) {
                generator.writeStringField("event", event.name());
            }
            if (!event.isAnonymous()) {
                generator.writeStringField("userId", event.customer().value());
            }
            if (!event.anonymousId().isEmpty()) {
                generator.writeStringField("anonymousId", event.anonymousId());
            }
            generator.writeStringField("timestamp", event.timestamp().toString());
            writeObject(generator, "properties", event.properties());
            writeObject(generator, "traits", event.traits());
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("event " + event.id() + ": cannot be written to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private static void writeObject(JsonGenerator generator, String field, Map<String, Object> object)
            throws IOException {
        if (!object.isEmpty()) {
            generator.writeFieldName(field);
            JsonValues.write(generator, object);
        }
    }
}
