package dev.sendero.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.DataOutput;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON object that is parsed when somebody asks, and only as far as they ask. Immutable. */
public final class JsonObject {

    private static final byte[] NO_BYTES = {};

    public static final JsonObject EMPTY = new JsonObject(Map.of(), NO_BYTES, 0, 0);

    /** What is read again here has been found well-formed before, and no name to be repeated. */
    private static final JsonFactory FACTORY = WireJson.factoryForAccepted(Integer.MAX_VALUE);

    private final @Nullable Map<String, Object> parsed;
    private final byte[] json;
    private final int offset;
    private final int length;

    private JsonObject(@Nullable Map<String, Object> parsed, byte[] json, int offset, int length) {
        this.parsed = parsed;
        this.json = json;
        this.offset = offset;
        this.length = length;
    }

    /** @param object JSON values; not to be changed any more */
    public static JsonObject of(Map<String, Object> object) {
        return object.isEmpty() ? EMPTY : new JsonObject(object, NO_BYTES, 0, 0);
    }

    /** @param json UTF-8, a well-formed object without repeated names; not to be changed any more */
    public static JsonObject ofWellFormed(byte[] json) {
        return ofWellFormed(json, 0, json.length);
    }

    /** @param json UTF-8; with a well-formed object from the offset on; not to be changed any more */
    public static JsonObject ofWellFormed(byte[] json, int offset, int length) {
        return new JsonObject(null, json, offset, length);
    }

    /** Whether it surely has no field. */
    public boolean isEmpty() {
        return parsed != null && parsed.isEmpty();
    }

    /** All fields, as JSON values. */
    public Map<String, Object> read() {
        if (parsed != null) {
            return parsed;
        }
        try (JsonParser parser = parser()) {
            return JsonValues.readObject(parser);
        } catch (IOException malformed) {
            throw unexpected(malformed);
        }
    }

    /** Those fields of these names that are there, as JSON values. */
    public Map<String, Object> read(Set<String> names) {
        if (names.isEmpty() || isEmpty()) {
            return Map.of();
        }
        if (parsed != null) {
            var some = new LinkedHashMap<String, Object>();
            parsed.forEach((name, value) -> {
                if (names.contains(name)) {
                    some.put(name, value);
                }
            });
            return some;
        }
        try (JsonParser parser = parser()) {
            return JsonValues.readFields(parser, names);
        } catch (IOException malformed) {
            throw unexpected(malformed);
        }
    }

    private JsonParser parser() throws IOException {
        JsonParser parser = FACTORY.createParser(json, offset, length);
        parser.nextToken();
        return parser;
    }

    private UncheckedIOException unexpected(IOException malformed) {
        return new UncheckedIOException(
                "JSON object of " + length + " bytes: malformed (expected: found well-formed before)", malformed);
    }

    /** Whether it is kept as JSON values, and not as JSON. */
    public boolean isParsed() {
        return parsed != null;
    }

    /** In bytes; 0 for an object that is parsed. */
    public int jsonLength() {
        return length;
    }

    /** Writes just as many bytes as {@link #jsonLength} says, for {@link #ofWellFormed}. */
    public void writeJson(DataOutput output) throws IOException {
        output.write(json, offset, length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof JsonObject that && read().equals(that.read());
    }

    @Override
    public int hashCode() {
        return read().hashCode();
    }

    /** Its size and nothing of its content, which is personal. */
    @Override
    public String toString() {
        return parsed == null ? length + " bytes" : parsed.size() + " fields";
    }
}
