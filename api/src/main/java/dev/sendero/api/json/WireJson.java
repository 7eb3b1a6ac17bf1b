package dev.sendero.api.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * The JSON of messages, facts and publications: times in ISO 8601, keys in one order, so that equal records are equal
 * bytes. Reading ignores fields that it does not know, so that an older reader understands a newer writer.
 */
public final class WireJson {

    private static final JsonMapper MAPPER = JsonMapper.builder(factory(8 << 20))
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            // A message's variables read again are equal to those that were written: whole numbers are Long everywhere.
            .enable(DeserializationFeature.USE_LONG_FOR_INTS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private static final ObjectReader WHOLE =
            MAPPER.reader().with(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES);

    private WireJson() {}

    /** A shared mapper; it is not to be configured further. */
    public static JsonMapper mapper() {
        return MAPPER;
    }

    /**
     * A factory whose parsers refuse what only an attacker sends: more than 32 levels, numbers of more than 100
     * characters, repeated keys.
     *
     * @param maxStringLength characters
     */
    public static JsonFactory factory(int maxStringLength) {
        return factory(maxStringLength, true);
    }

    /** As {@link #factory}, for JSON that such a parser has accepted before: repeated keys are not looked for. */
    static JsonFactory factoryForAccepted(int maxStringLength) {
        return factory(maxStringLength, false);
    }

    private static JsonFactory factory(int maxStringLength, boolean refuseRepeatedKeys) {
        return JsonFactory.builder()
                .configure(StreamReadFeature.STRICT_DUPLICATE_DETECTION, refuseRepeatedKeys)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(32)
                        .maxNumberLength(100)
                        .maxStringLength(maxStringLength)
                        .build())
                .build();
    }

    public static byte[] write(Object wireRecord) {
        try {
            return MAPPER.writeValueAsBytes(wireRecord);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(
                    "record: " + wireRecord.getClass().getName() + " (expected: one that can be written as JSON)",
                    impossible);
        }
    }

    /**
     * @param json null for a record of Kafka without a value
     * @throws MalformedJson when the bytes are no JSON of that type; without a cause, which would quote them
     */
    public static <T> T read(byte @Nullable [] json, Class<T> type) throws MalformedJson {
        return read(json, type, MAPPER.readerFor(type));
    }

    /** As {@link #read}, where nothing of it may be missing. */
    static <T> T readWhole(byte @Nullable [] json, Class<T> type) throws MalformedJson {
        return read(json, type, WHOLE.forType(type));
    }

    private static <T> T read(byte @Nullable [] json, Class<T> type, ObjectReader reader) throws MalformedJson {
        try {
            @Nullable T value = json == null ? null : reader.readValue(json);
            if (value == null) {
                throw new MalformedJson(type.getSimpleName() + ": nothing");
            }
            return value;
        } catch (JsonProcessingException malformed) {
            throw new MalformedJson(type.getSimpleName() + ": " + kindAndPlace(malformed));
        } catch (IOException unreadable) {
            throw new MalformedJson(
                    type.getSimpleName() + ": " + unreadable.getClass().getSimpleName());
        }
    }

    private static String kindAndPlace(JsonProcessingException malformed) {
        String kind = malformed.getClass().getSimpleName();
        JsonLocation place = malformed.getLocation();
        return place == null ? kind : kind + " at line " + place.getLineNr() + ", column " + place.getColumnNr();
    }

    static String firstLine(IOException malformed) {
        String message = malformed instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                : String.valueOf(malformed.getMessage());
        return message.lines().findFirst().orElse("not JSON");
    }
}
