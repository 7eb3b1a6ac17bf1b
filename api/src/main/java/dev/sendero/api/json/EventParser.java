package dev.sendero.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.DeviceTime;
import dev.sendero.api.event.ErasureEvents;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.event.Heartbeats;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;

/** Reads one event as a stream, in one pass. */
final class EventParser {

    private static final int MAX_STRING_LENGTH = 64 << 10;

    static final JsonFactory FACTORY = WireJson.factory(MAX_STRING_LENGTH);

    /** What becomes of properties and traits. */
    enum Objects {
        PARSED,
        /** Only looked through, so that what is malformed is found all the same. */
        RAW
    }

    private final byte[] json;
    private final Instant receivedAt;
    private final EventJson.AbsentId absentId;
    private final Objects objects;

    private String messageId = "";
    private String type = EventType.TRACK.wireName();
    private String track = "";
    private String title = "";
    private String userId = "";
    private String anonymousId = "";
    private String timestamp = "";
    private String originalTimestamp = "";
    private String sentAt = "";
    private JsonObject properties = JsonObject.EMPTY;
    private JsonObject traits = JsonObject.EMPTY;

    EventParser(byte[] json, Instant receivedAt, EventJson.AbsentId absentId, Objects objects) {
        this.json = json;
        this.receivedAt = receivedAt;
        this.absentId = absentId;
        this.objects = objects;
    }

    RawEvent parse() throws MalformedJson {
        try (JsonParser parser = FACTORY.createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedJson("event: not a JSON object");
            }
            readFields(parser);
        } catch (IOException malformed) {
            throw new MalformedJson("event: " + WireJson.firstLine(malformed), malformed);
        }
        return type.equals(EventType.HEARTBEAT.wireName()) ? RawEvent.of(Heartbeats.at(receivedAt)) : assemble();
    }

    private void readFields(JsonParser parser) throws IOException, MalformedJson {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "messageId" -> messageId = text(parser, field);
                case "type" -> type = text(parser, field);
                case "event" -> track = text(parser, field);
                case "name" -> title = text(parser, field);
                case "userId" -> userId = text(parser, field);
                case "anonymousId" -> anonymousId = text(parser, field);
                case "timestamp" -> timestamp = text(parser, field);
                case "originalTimestamp" -> originalTimestamp = text(parser, field);
                case "sentAt" -> sentAt = text(parser, field);
                case "properties" -> properties = object(parser, field);
                case "traits" -> traits = object(parser, field);
                default -> parser.skipChildren();
            }
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw new MalformedJson("event: ends in the middle");
        }
    }

    private RawEvent assemble() throws MalformedJson {
        EventType known = EventType.ofWireName(type)
                .orElseThrow(() -> new MalformedJson(
                        "type: '" + type + "' (expected: track, identify, page, screen, heartbeat or erase)"));
        String device = anonymousId.isBlank() ? "" : anonymousId;
        String customer = userId.isBlank() ? device : userId;
        if (customer.isBlank()) {
            throw new MalformedJson("userId: absent, and anonymousId too (expected: at least one of them)");
        }
        String name =
                switch (known) {
                    case TRACK -> track;
                    case IDENTIFY -> Event.IDENTIFIED;
                    case PAGE -> Event.PAGE_VIEWED;
                    case SCREEN -> Event.SCREEN_VIEWED;
                    case HEARTBEAT -> "Heartbeat";
                    case ERASE -> ErasureEvents.NAME;
                };
        if (name.isBlank()) {
            throw new MalformedJson("event: absent (expected: the name of what was tracked)");
        }
        var customerId = new CustomerId(customer);
        EventId id = messageId.isBlank() ? absentId.idFor(customerId) : new EventId(messageId);
        if (known == EventType.ERASE) {
            // It is nothing that a device did, and takes the way of what customers do.
            device = "";
        }
        return new RawEvent(
                id, known, name, customerId, device, time(), title.isBlank() ? "" : title, properties, traits);
    }

    /** The event's own time; else the device's, corrected where that can be done; else that of its receipt. */
    private Instant time() throws MalformedJson {
        if (!timestamp.isBlank()) {
            return time("timestamp", timestamp);
        }
        if (originalTimestamp.isBlank()) {
            return receivedAt;
        }
        Instant original = time("originalTimestamp", originalTimestamp);
        return sentAt.isBlank() || receivedAt.equals(EventJson.NOT_RECEIVED)
                ? original
                : DeviceTime.corrected(original, time("sentAt", sentAt), receivedAt);
    }

    private static String text(JsonParser parser, String field) throws IOException, MalformedJson {
        return switch (parser.currentToken()) {
            case VALUE_STRING, VALUE_NUMBER_INT -> parser.getText();
            case VALUE_NULL -> "";
            default -> throw new MalformedJson(field + ": not a text");
        };
    }

    private static Instant time(String field, String text) throws MalformedJson {
        try {
            return IsoTime.parse(text);
        } catch (DateTimeException malformed) {
            throw new MalformedJson(
                    field + ": '" + text + "' (expected: ISO 8601 with a zone, such as 2026-01-31T09:00:00Z)",
                    malformed);
        }
    }

    private JsonObject object(JsonParser parser, String field) throws IOException, MalformedJson {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return JsonObject.EMPTY;
        }
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedJson(field + ": not a JSON object");
        }
        long start = parser.currentTokenLocation().getByteOffset();
        if (objects == Objects.PARSED || start < 0) {
            // Only UTF-8 has byte offsets; UTF-16 and UTF-32, which nobody sends, are parsed at once.
            return JsonObject.of(JsonValues.readObject(parser));
        }
        return slice(parser, (int) start);
    }

    private JsonObject slice(JsonParser parser, int start) throws IOException {
        if (parser.nextToken() == JsonToken.END_OBJECT) {
            return JsonObject.EMPTY;
        }
        int depth = 1;
        // A text that is skipped is not measured; none can be too long where all of the event is shorter.
        boolean measured = json.length > MAX_STRING_LENGTH;
        for (JsonToken token = parser.currentToken(); ; token = parser.nextToken()) {
            if (token == null) {
                throw new IOException("ends in the middle");
            } else if (token.isStructStart()) {
                depth++;
            } else if (token.isStructEnd()) {
                depth--;
                if (depth == 0) {
                    int end = (int) parser.currentLocation().getByteOffset();
                    return JsonObject.ofWellFormed(json, start, end - start);
                }
            } else if (measured && token == JsonToken.VALUE_STRING) {
                parser.getText();
            }
        }
    }
}
