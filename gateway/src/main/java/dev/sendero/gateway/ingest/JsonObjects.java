package dev.sendero.gateway.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON from outside as values that can be written again as JSON: what has no such form is refused here. */
final class JsonObjects {

    private JsonObjects() {}

    /** A value that JSON can say and an event cannot. */
    static final class Unwritable extends IOException {
        private static final long serialVersionUID = 1;

        Unwritable(String message) {
            super(message);
        }
    }

    /** The object that begins at the parser's current token; a field that is null is left out. */
    static Map<String, Object> read(JsonParser parser) throws IOException {
        var object = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = wellFormed(parser.currentName());
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                object.put(name, value(parser));
            }
        }
        return object;
    }

    static Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> read(parser);
            case START_ARRAY -> list(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> finite(parser);
            default -> wellFormed(parser.getText());
        };
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        var list = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_NULL) {
                list.add(value(parser));
            }
        }
        return list;
    }

    private static Object integer(JsonParser parser) throws IOException {
        return switch (parser.getNumberType()) {
            case INT, LONG -> (Object) parser.getLongValue();
            default -> finite(parser);
        };
    }

    private static Double finite(JsonParser parser) throws IOException {
        double number = parser.getDoubleValue();
        if (Double.isInfinite(number)) {
            throw new Unwritable("number: " + parser.getText() + " (expected: one that a double can hold)");
        }
        return number;
    }

    private static String wellFormed(String text) throws Unwritable {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (Character.isHighSurrogate(character)
                    && at + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(character)) {
                throw new Unwritable("text: contains half a surrogate pair");
            }
        }
        return text;
    }
}
