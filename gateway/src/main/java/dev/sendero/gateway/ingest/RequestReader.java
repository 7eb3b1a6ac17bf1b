package dev.sendero.gateway.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.sendero.api.json.WireJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the JSON of a request apart, as a stream and within {@link IngestLimits}. */
final class RequestReader {

    private static final JsonFactory FACTORY = WireJson.factory(IngestLimits.STRING_CHARACTERS);

    private static final Set<String> USED = Set.of(
            "type",
            "event",
            "name",
            "messageId",
            "userId",
            "anonymousId",
            "timestamp",
            "originalTimestamp",
            "sentAt",
            "properties",
            "traits",
            "writeKey");

    private final JsonParser parser;
    private final List<Call> calls = new ArrayList<>();
    private final List<Refusal.Reason> problems = new ArrayList<>();
    private int index = -1;

    private RequestReader(JsonParser parser) {
        this.parser = parser;
    }

    /** {@code {"batch": […], "sentAt": …, "writeKey": …}} */
    static Request batch(byte[] json) throws Refusal {
        return read(json, RequestReader::readBatch);
    }

    /** One call, without a batch around it. */
    static Request single(byte[] json) throws Refusal {
        return read(json, RequestReader::readSingle);
    }

    private interface Shape {
        Request read(RequestReader reader) throws IOException, Refusal;
    }

    private static Request read(byte[] json, Shape shape) throws Refusal {
        try (JsonParser parser = FACTORY.createParser(json)) {
            var reader = new RequestReader(parser);
            try {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    throw Refusal.malformed("body: not a JSON object");
                }
                Request request = shape.read(reader);
                if (parser.nextToken() != null) {
                    throw Refusal.malformed("body: goes on after the JSON object");
                }
                return request;
            } catch (IOException malformed) {
                reader.problems.add(new Refusal.Reason(reader.index, reason(malformed)));
                throw Refusal.malformed(reader.problems);
            }
        } catch (IOException malformed) {
            throw Refusal.malformed("body: " + reason(malformed));
        }
    }

    private Request readSingle() throws IOException {
        index = 0;
        readCall();
        Map<String, Object> fields = calls.isEmpty() ? Map.of() : calls.get(0).fields();
        return new Request(text(fields, "writeKey"), "", calls, problems);
    }

    private Request readBatch() throws IOException, Refusal {
        boolean found = false;
        var around = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("batch") && value == JsonToken.START_ARRAY) {
                found = true;
                readCalls();
            } else if (value == JsonToken.VALUE_STRING && USED.contains(name)) {
                around.put(name, JsonObjects.value(parser));
            } else {
                parser.skipChildren();
            }
        }
        if (!found) {
            throw Refusal.malformed("batch: absent (expected: a list of calls)");
        }
        return new Request(text(around, "writeKey"), text(around, "sentAt"), calls, problems);
    }

    private void readCalls() throws IOException {
        index = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.START_OBJECT) {
                readCall();
            } else {
                problems.add(new Refusal.Reason(index, "not a JSON object"));
                parser.skipChildren();
            }
            index++;
        }
        index = -1;
    }

    private void readCall() throws IOException {
        long start = parser.currentTokenLocation().getByteOffset();
        var fields = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (value != JsonToken.VALUE_NULL && USED.contains(name)) {
                fields.put(name, JsonObjects.value(parser));
            } else {
                parser.skipChildren();
            }
        }
        long bytes = parser.currentLocation().getByteOffset() - start;
        if (bytes > IngestLimits.EVENT_BYTES) {
            problems.add(new Refusal.Reason(index, "larger than " + IngestLimits.EVENT_BYTES + " bytes: " + bytes));
        } else {
            calls.add(new Call(index, fields));
        }
    }

    private static String text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text ? text : "";
    }

    private static String reason(IOException malformed) {
        if (malformed instanceof JsonProcessingException json) {
            String first = json.getOriginalMessage().lines().findFirst().orElse("not JSON");
            var location = json.getLocation();
            return location == null
                    ? first
                    : first + " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
        }
        return String.valueOf(malformed.getMessage());
    }
}
