package dev.sendero.connectors.crm.hubspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.json.WireJson;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes HubSpot's values of JSON: all of them are texts, and those of a property with several choices have semicolons between them. */
final class PropertyValues {

    private PropertyValues() {}

    /** @return empty where something is an object, which no property holds */
    static Optional<Map<String, String>> of(String set) {
        var values = new TreeMap<String, String>();
        try {
            for (Map.Entry<String, JsonNode> property :
                    WireJson.mapper().readTree(set).properties()) {
                Optional<String> value = value(property.getValue());
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                values.put(property.getKey(), value.get());
            }
            return Optional.of(values);
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<String> value(JsonNode node) {
        if (node.isValueNode()) {
            return Optional.of(node.isNull() ? "" : node.asText());
        }
        if (!node.isArray()) {
            return Optional.empty();
        }
        var choices = new ArrayList<String>();
        for (JsonNode choice : node) {
            if (!choice.isValueNode()) {
                return Optional.empty();
            }
            choices.add(choice.asText());
        }
        return Optional.of(String.join(";", choices));
    }
}
