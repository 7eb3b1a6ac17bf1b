package dev.sendero.api.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** JSON values as Java has them: String, Boolean, Long, Double, List, Map. What is {@code null} is left out. */
final class JsonValues {

    private JsonValues() {}

    /** All fields of the object whose beginning is the current token. */
    static Map<String, Object> readObject(JsonParser parser) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                object.put(name, readValue(parser));
            }
        }
        return object;
    }

    /** Some fields of the object whose beginning is the current token; reads no further than it needs to. */
    static Map<String, Object> readFields(JsonParser parser, Set<String> names) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        int missing = names.size();
        while (missing > 0 && parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            boolean wanted = names.contains(name);
            if (parser.nextToken() != JsonToken.VALUE_NULL && wanted) {
                object.put(name, readValue(parser));
            } else {
                parser.skipChildren();
            }
            if (wanted) {
                missing--;
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

    static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(String.valueOf(entry.getKey()));
                write(generator, entry.getValue());
            }
            generator.writeEndObject();
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                write(generator, element);
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
