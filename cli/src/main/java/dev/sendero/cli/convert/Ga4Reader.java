package dev.sendero.cli.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.api.event.EventType;
import dev.sendero.api.json.RawEvent;
import dev.sendero.api.json.WireJson;
import dev.sendero.cli.events.ByteLines;
import dev.sendero.cli.events.EventNumbers;
import dev.sendero.cli.events.EventReader;
import dev.sendero.cli.events.RowReport;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reads the events that Google Analytics 4 exports to BigQuery, as JSON Lines (Google, "GA4 BigQuery Export schema").
 * Parameters become properties, user properties become traits. Numbers may stand in quotes, as BigQuery writes
 * 64-bit integers.
 */
final class Ga4Reader implements EventReader {

    private static final List<String> OBJECTS_KEPT = List.of("device", "geo", "traffic_source");

    private final EventNumbers numbers;

    Ga4Reader(EventNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void read(String name, BufferedInputStream contents, RowReport report, Consumer<RawEvent> events)
            throws IOException {
        var lines = new ByteLines(contents, name);
        while (lines.next()) {
            try {
                JsonNode row = WireJson.mapper().readTree(lines.bytes());
                event(name, lines.number(), row, report).map(RawEvent::of).ifPresent(events);
            } catch (JsonProcessingException malformed) {
                report.error(
                        name,
                        lines.number(),
                        "this is not JSON",
                        "export the table as newline-delimited JSON: bq extract --destination_format NEWLINE_DELIMITED_JSON");
            }
        }
    }

    private Optional<Event> event(String file, long line, JsonNode row, RowReport report) {
        String customer = text(row, "user_id").isEmpty() ? text(row, "user_pseudo_id") : text(row, "user_id");
        if (customer.isEmpty()) {
            report.leftOut(file, line, "without a customer");
            return Optional.empty();
        }
        String event = text(row, "event_name");
        Optional<Instant> timestamp = microseconds(text(row, "event_timestamp"));
        if (event.isEmpty() || timestamp.isEmpty()) {
            report.error(
                    file,
                    line,
                    event.isEmpty()
                            ? "event_name: absent"
                            : "event_timestamp '" + text(row, "event_timestamp")
                                    + "' (expected: microseconds since 1970)",
                    "is this the table events_… of a GA4 export?");
            return Optional.empty();
        }
        var id = new CustomerId(customer);
        return Optional.of(new Event(
                numbers.next(id),
                EventType.TRACK,
                event,
                id,
                text(row, "user_pseudo_id"),
                timestamp.get(),
                properties(row),
                parameters(row.path("user_properties"))));
    }

    private static Optional<Instant> microseconds(String text) {
        try {
            return Optional.of(Instant.ofEpochMilli(Math.floorDiv(Long.parseLong(text), 1_000)));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    private static Map<String, Object> properties(JsonNode row) {
        var properties = new LinkedHashMap<String, Object>(parameters(row.path("event_params")));
        if (row.path("items").isArray() && !row.path("items").isEmpty()) {
            properties.put("items", value(row.path("items")));
        }
        row.path("ecommerce").properties().forEach(entry -> put(properties, entry.getKey(), entry.getValue()));
        for (String kept : OBJECTS_KEPT) {
            if (row.path(kept).isObject()) {
                properties.put(kept, value(row.path(kept)));
            }
        }
        return properties;
    }

    /** {@code [{key, value: {string_value | int_value | float_value | double_value}}]} as a map. */
    private static Map<String, Object> parameters(JsonNode list) {
        var parameters = new LinkedHashMap<String, Object>();
        for (JsonNode parameter : list) {
            JsonNode value = parameter.path("value");
            String key = text(parameter, "key");
            if (value.hasNonNull("string_value")) {
                parameters.put(key, text(value, "string_value"));
            } else if (value.hasNonNull("int_value")) {
                parameters.put(key, value.path("int_value").asLong());
            } else if (value.hasNonNull("float_value")) {
                parameters.put(key, value.path("float_value").asDouble());
            } else if (value.hasNonNull("double_value")) {
                parameters.put(key, value.path("double_value").asDouble());
            }
        }
        return parameters;
    }

    private static void put(Map<String, Object> properties, String key, JsonNode value) {
        if (!value.isNull()) {
            properties.putIfAbsent(key, value(value));
        }
    }

    /** As JSON values of ours: no nulls, whole numbers as Long. */
    private static Object value(JsonNode node) {
        if (node.isObject()) {
            var object = new LinkedHashMap<String, Object>();
            node.properties().forEach(entry -> put(object, entry.getKey(), entry.getValue()));
            return object;
        }
        if (node.isArray()) {
            var list = new ArrayList<Object>();
            node.forEach(item -> {
                if (!item.isNull()) {
                    list.add(value(item));
                }
            });
            return list;
        }
        if (node.isBoolean()) {
            return node.booleanValue();
        }
        if (node.isIntegralNumber()) {
            return node.longValue();
        }
        return node.isNumber() ? (Object) node.doubleValue() : node.asText();
    }

    private static String text(JsonNode object, String field) {
        JsonNode node = object.path(field);
        return node.isValueNode() && !node.isNull() ? node.asText().strip() : "";
    }
}
