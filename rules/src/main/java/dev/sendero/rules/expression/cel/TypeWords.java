package dev.sendero.rules.expression.cel;

import dev.cel.common.types.CelType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The types of CEL as people call them. */
final class TypeWords {

    private static final Map<String, String> WORDS = Map.of(
            "int", "a number",
            "uint", "a number",
            "double", "a number",
            "string", "a text",
            "bool", "true or false",
            "google.protobuf.Timestamp", "a time",
            "timestamp", "a time",
            "google.protobuf.Duration", "a duration",
            "duration", "a duration",
            "null", "null");

    private TypeWords() {}

    static String of(CelType type) {
        return switch (type.kind()) {
            case INT, UINT, DOUBLE -> "a number";
            case STRING -> "a text";
            case BOOL -> "true or false";
            case TIMESTAMP -> "a time";
            case DURATION -> "a duration";
            case LIST -> "a list";
            case MAP, STRUCT -> "an object";
            case NULL_TYPE -> "null";
            default -> "something else";
        };
    }

    /** @param written as CEL's checker prints a type */
    static String ofWritten(String written) {
        String known = WORDS.get(written);
        if (known != null) {
            return known;
        }
        if (written.startsWith("list(")) {
            return "a list";
        }
        return written.startsWith("map(") || written.startsWith("sendero.") ? "an object" : "anything";
    }

    /** The types of a call as the checker prints them: {@code (int, list(string))} or {@code string.(int)}. */
    static List<String> ofSignature(String signature) {
        var words = new ArrayList<String>();
        int depth = 0;
        var current = new StringBuilder();
        String flat = signature.replaceFirst("\\.\\((?=.*\\)$)", ",").replaceFirst("^\\(", "");
        flat = flat.endsWith(")") ? flat.substring(0, flat.length() - 1) : flat;
        for (int index = 0; index < flat.length(); index++) {
            char character = flat.charAt(index);
            if (character == ',' && depth == 0) {
                words.add(ofWritten(current.toString().strip()));
                current.setLength(0);
                continue;
            }
            depth += character == '(' ? 1 : character == ')' ? -1 : 0;
            current.append(character);
        }
        if (!current.toString().isBlank()) {
            words.add(ofWritten(current.toString().strip()));
        }
        return words;
    }
}
