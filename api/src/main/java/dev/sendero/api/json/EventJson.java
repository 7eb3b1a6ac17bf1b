package dev.sendero.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.event.Heartbeats;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Events as JSON in Segment's shape (Segment, "Spec: Common Fields"). Read as a stream, in one pass; unknown fields
 * are skipped.
 */
public final class EventJson {

    private static final int MAX_STRING_LENGTH = 64 << 10;
    private static final JsonFactory FACTORY = WireJson.factory(MAX_STRING_LENGTH);

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
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJson("event: not a JSON object");
            }
            return readFields(parser, receivedAt, absentId);
        } catch (IOException malformed) {
            throw new MalformedJson("event: " + WireJson.firstLine(malformed), malformed);
        }
    }

    private static Event readFields(JsonParser parser, Instant receivedAt, AbsentId absentId)
            throws IOException, MalformedJson {
        String messageId = "";
        String type = "track";
        String track = "";
        String pageName = "";
        String userId = "";
        String anonymousId = "";
        Instant timestamp = receivedAt;
        Map<String, Object> properties = Map.of();
        Map<String, Object> traits = Map.of();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "messageId" -> messageId = text(parser, field);
                case "type" -> type = text(parser, field);
                case "event" -> track = text(parser, field);
                case "name" -> pageName = text(parser, field);
                case "userId" -> userId = text(parser, field);
                case "anonymousId" -> anonymousId = text(parser, field);
                case "timestamp" -> timestamp = time(parser, field, receivedAt);
                case "properties" -> properties = object(parser, field);
                case "traits" -> traits = object(parser, field);
                default -> parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new MalformedJson("event: ends in the middle");
        }
        if (type.equals(EventType.HEARTBEAT.wireName())) {
            return Heartbeats.at(receivedAt);
        }
        return assemble(absentId, messageId, type, track, pageName, userId, anonymousId, timestamp, properties, traits);
    }

    private static Event assemble(
            AbsentId absentId,
            String messageId,
            String typeName,
            String track,
            String pageName,
            String userId,
            String anonymousId,
            Instant timestamp,
            Map<String, Object> properties,
            Map<String, Object> traits)
            throws MalformedJson {
        EventType type = EventType.ofWireName(typeName)
                .orElseThrow(() -> new MalformedJson(
                        "type: '" + typeName + "' (expected: track, identify, page, screen or heartbeat)"));
        String device = anonymousId.isBlank() ? "" : anonymousId;
        String customer = userId.isBlank() ? device : userId;
        if (customer.isBlank()) {
            throw new MalformedJson("userId: absent, and anonymousId too (expected: at least one of them)");
        }
        String name =
                switch (type) {
                    case TRACK -> track;
                    case IDENTIFY -> Event.IDENTIFIED;
                    case PAGE -> Event.PAGE_VIEWED;
                    case SCREEN -> Event.SCREEN_VIEWED;
                    case HEARTBEAT -> "Heartbeat";
                };
        if (name.isBlank()) {
            throw new MalformedJson("event: absent (expected: the name of what was tracked)");
        }
        Map<String, Object> named = properties;
        if (!pageName.isBlank() && !properties.containsKey("name")) {
            named = new LinkedHashMap<>(properties);
            named.put("name", pageName);
        }
        var customerId = new CustomerId(customer);
        EventId id = messageId.isBlank() ? absentId.idFor(customerId) : new EventId(messageId);
        return new Event(id, type, name, customerId, device, timestamp, named, traits);
    }

    private static EventId refuseAbsentId(CustomerId customer) throws MalformedJson {
        throw new MalformedJson("messageId: absent (expected: a text that is unique to the event)");
    }

    private static String text(JsonParser parser, String field) throws IOException, MalformedJson {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT -> parser.getText();
            case VALUE_NULL -> "";
            default -> throw new MalformedJson(field + ": not a text");
        };
    }

    private static Instant time(JsonParser parser, String field, Instant absent) throws IOException, MalformedJson {
        String text = text(parser, field);
        if (text.isBlank()) {
            return absent;
        }
        try {
            Instant time = text.endsWith("Z")
                    ? Instant.parse(text)
                    : OffsetDateTime.parse(text).toInstant();
            return time.truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException malformed) {
            throw new MalformedJson(
                    field + ": '" + text + "' (expected: ISO 8601 with a zone, such as 2026-01-31T09:00:00Z)",
                    malformed);
        }
    }

    private static Map<String, Object> object(JsonParser parser, String field) throws IOException, MalformedJson {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Map.of();
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedJson(field + ": not a JSON object");
        }
        return readObject(parser);
    }

    private static Map<String, Object> readObject(JsonParser parser) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                object.put(name, readValue(parser));
            }
        }
        return object;
    }

    private static Object readValue(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> readObject(parser);
            case START_ARRAY -> readList(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            default -> parser.getText();
        };
    }

    /** A whole number that does not fit 64 bits becomes a Double, as every JavaScript sender means it. */
    private static Object integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> (Object) parser.getLongValue();
            default -> parser.getDoubleValue();
        };
    }

    private static List<Object> readList(JsonParser parser) throws IOException {
        var list = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                list.add(readValue(parser));
            }
        }
        return list;
    }

    /** Reading it again gives an equal event. */
    public static byte[] write(Event event) {
        var bytes = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(bytes)) {
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
            writeValue(generator, object);
        }
    }

    private static void writeValue(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                writeValue(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                writeValue(generator, element);
            }
            generator.writeEndArray();
        } else if (value instanceof String text) {
            generator.writeString(text);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof Double number) {
            generator.writeNumber(number);
        } else {
            throw new IllegalArgumentException("JSON value: " + value.getClass().getName()
                    + " (expected: String, Boolean, Long, Double, List or Map)");
        }
    }
}
