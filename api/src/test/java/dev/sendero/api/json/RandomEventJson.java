package dev.sendero.api.json;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes the JSON of events, odd and broken ones among them, by a seed. */
final class RandomEventJson {

    private static final List<String> NAMES =
            List.of("a", "b", "name", "price", "cart id", "caf\u00e9", "\\u0061", "\\n", "\ud83d\ude00", "");
    private static final List<String> TEXTS = List.of(
            "\"\"",
            "\"lamp\"",
            "\"L\u00e4mpchen \u20ac \ud83d\ude00\"",
            "\"a\\\"}{][\\\\ \\u00e4 \\ud83d\\ude00 \\/\"",
            "\"half \\ud800\"",
            "\"2026-03-01T10:00:00Z\"");
    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-3",
            "12.50",
            "1e3",
            "1E-7",
            "1e999",
            "9007199254740993",
            "9223372036854775808",
            "123456789012345678901234567890",
            "0.1234567890123456789");

    private final Random random;

    RandomEventJson(Random random) {
        this.random = random;
    }

    byte[] event() {
        var json = new StringBuilder(blank()).append('{');
        String separator = "";
        for (String field : fields()) {
            json.append(separator).append(blank()).append(field);
            separator = blank() + ",";
        }
        return damaged(json.append(blank()).append('}').toString().getBytes(StandardCharsets.UTF_8));
    }

    private List<String> fields() {
        var fields = new ArrayList<>(List.of("\"messageId\":\"m1\"", "\"userId\":\"ada\""));
        fields.add(pick(List.of(
                "\"type\":\"track\",\"event\":\"Product Added\"",
                "\"event\":\"X\"",
                "\"type\":\"identify\"",
                "\"type\":\"page\"",
                "\"type\":\"screen\"",
                "\"type\":\"heartbeat\"",
                "\"type\":\"other\"")));
        maybe(fields, "\"timestamp\":\"2026-03-01T10:00:00.123456Z\"");
        maybe(fields, "\"anonymousId\":\"device\"");
        maybe(fields, "\"name\":" + pick(List.of("\"Home\"", "\" \"", "7", "null", "[]")));
        maybe(fields, "\"properties\":" + body());
        maybe(fields, "\"context\":" + object(2));
        maybe(fields, "\"traits\":" + body());
        maybe(fields, "\"integrations\":" + value(2));
        if (random.nextInt(40) == 0) {
            fields.add("\"properties\":{}");
        }
        Collections.shuffle(fields, random);
        return fields;
    }

    private void maybe(List<String> fields, String field) {
        if (random.nextInt(3) > 0) {
            fields.add(field);
        }
    }

    private String body() {
        return random.nextInt(15) == 0 ? value(1) : object(3);
    }

    private String object(int depth) {
        var json = new StringBuilder("{").append(blank());
        String separator = "";
        var left = new ArrayList<>(NAMES);
        for (int count = random.nextInt(6); count > 0; count--) {
            String name = random.nextInt(60) == 0 ? pick(NAMES) : left.remove(random.nextInt(left.size()));
            json.append(separator)
                    .append('"')
                    .append(name)
                    .append('"')
                    .append(blank())
                    .append(':');
            json.append(blank()).append(value(depth - 1)).append(blank());
            separator = "," + blank();
        }
        return json.append('}').toString();
    }

    private String value(int depth) {
        return switch (random.nextInt(depth <= 0 ? 5 : 7)) {
            case 0, 1 -> pick(TEXTS);
            case 2 -> pick(NUMBERS);
            case 3 -> pick(List.of("true", "false"));
            case 4 -> "null";
            case 5 -> object(depth);
            default -> "[" + value(depth - 1) + "," + blank() + value(depth - 1) + "]";
        };
    }

    private String blank() {
        return random.nextInt(4) == 0 ? pick(List.of(" ", "\n\t", "  ")) : "";
    }

    private byte[] damaged(byte[] json) {
        byte[] damaged = json.clone();
        switch (random.nextInt(8)) {
            case 0 -> damaged[random.nextInt(json.length)] = (byte) random.nextInt(256);
            case 1 -> damaged = Arrays.copyOf(json, random.nextInt(json.length + 1));
            default -> {}
        }
        return damaged;
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
