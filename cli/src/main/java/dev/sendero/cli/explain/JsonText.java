package dev.sendero.cli.explain;

import dev.sendero.api.json.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON values on a line of text. */
final class JsonText {

    private static final int LONGEST = 100;

    private JsonText() {}

    static String of(Object value) {
        return shortened(new String(WireJson.write(value), StandardCharsets.UTF_8));
    }

    /** {@code price 35, name "Lamp"}. */
    static String fields(Map<String, Object> object) {
        return shortened(object.entrySet().stream()
                .map(field -> field.getKey() + " " + of(field.getValue()))
                .collect(Collectors.joining(", ")));
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
