package dev.sendero.cli.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sendero.api.json.WireJson;
import java.util.Map;

/** A command's result for machines: one object that begins with its format, its fields in the order given. */
public final class JsonResult {

    private JsonResult() {}

    /**
     * @param format such as {@code sendero.diff/1}
     * @param fields texts, numbers, booleans, lists and maps of these; maps inside are sorted by their keys
     */
    public static String write(String format, Map<String, ?> fields) {
        JsonMapper mapper = WireJson.mapper();
        var result = mapper.createObjectNode();
        result.put("format", format);
        fields.forEach((name, value) -> result.set(name, mapper.valueToTree(value)));
        try {
            return mapper.writeValueAsString(result);
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(
                    "result: " + format + " (expected: one that can be written)", impossible);
        }
    }
}
