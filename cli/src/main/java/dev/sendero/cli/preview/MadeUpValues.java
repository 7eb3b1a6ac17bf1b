package dev.sendero.cli.preview;

import dev.sendero.api.message.Content;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.plan.PropertyType;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.template.CustomerLinks;
import dev.sendero.rules.template.LiquidReadings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes up a customer and a situation with every value that a template asks for. */
final class MadeUpValues {

    private static final String EMAIL = "ada@example.com";
    private static final String PHONE = "+34600000001";

    /** What names of properties and traits make one expect. */
    private static final Map<String, Object> KNOWN = Map.ofEntries(
            Map.entry("email", EMAIL),
            Map.entry("phone", PHONE),
            Map.entry("first_name", "Ada"),
            Map.entry("last_name", "Lovelace"),
            Map.entry("name", "Reading lamp"),
            Map.entry("category", "lamps"),
            Map.entry("city", "Madrid"),
            Map.entry("language", "en"),
            Map.entry("timezone", "Europe/Madrid"),
            Map.entry("currency", "EUR"),
            Map.entry("url", "https://shop.example/lamp"),
            Map.entry("price", 35L),
            Map.entry("total", 70L));

    private final TrackingPlan plan;
    private final Instant now;

    MadeUpValues(TrackingPlan plan, Instant now) {
        this.plan = plan;
        this.now = now;
    }

    /** @param links query parameters of links, by name */
    Sample sampleFor(Previewed previewed, Map<String, String> links) {
        Map<String, Object> traits = new TreeMap<>(Map.of("email", EMAIL, "phone", PHONE, "first_name", "Ada"));
        Map<String, Object> run = new TreeMap<>();
        run.put("trigger", event(List.of()));
        for (Variant variant : previewed.variants()) {
            for (Reading reading : LiquidReadings.of(variant.content())) {
                List<String> path = reading.fields();
                if (reading.part() == Reading.Part.PROFILE
                        && path.size() > 1
                        && path.get(0).equals("traits")) {
                    traits.computeIfAbsent(path.get(1), this::value);
                } else if (reading.part() == Reading.Part.RUN && !path.isEmpty()) {
                    run.merge(path.get(0), event(path), MadeUpValues::both);
                }
            }
        }
        boolean text = previewed.variants().get(0).content() instanceof Content.Sms;
        return new Sample(
                "somebody made up",
                "ada",
                text ? PHONE : EMAIL,
                Map.of(
                        "profile",
                        Map.of("id", "ada", "traits", traits, "segments", List.of()),
                        "run",
                        run,
                        "now",
                        now.toString(),
                        "links",
                        CustomerLinks.SAMPLES),
                links);
    }

    /** An event with every property of the plan, and the one that a path asks for. */
    private Map<String, Object> event(List<String> path) {
        Map<String, Object> properties = new TreeMap<>();
        plan.propertiesOf(plan.events().keySet()).forEach((name, type) -> properties.put(name, value(name, type)));
        if (path.size() > 2 && path.get(1).equals("properties")) {
            properties.computeIfAbsent(path.get(2), this::value);
        }
        Map<String, Object> event = new TreeMap<>();
        event.put("name", "Something");
        event.put("timestamp", now.toString());
        event.put("properties", properties);
        event.put("all", List.of(new TreeMap<>(event), new TreeMap<>(event)));
        return event;
    }

    /** The properties of one event that two paths ask for. */
    @SuppressWarnings("unchecked") // both are made by event()
    private static Object both(Object one, Object other) {
        var properties = new TreeMap<>((Map<String, Object>) ((Map<String, Object>) one).get("properties"));
        properties.putAll((Map<String, Object>) ((Map<String, Object>) other).get("properties"));
        var event = new TreeMap<>((Map<String, Object>) one);
        event.put("properties", properties);
        return event;
    }

    private Object value(String name) {
        return value(name, PropertyType.ANY);
    }

    private Object value(String name, PropertyType type) {
        Object known = KNOWN.get(name);
        if (known != null) {
            return known;
        }
        if (name.endsWith("_at")) {
            return now.toString();
        }
        return switch (type) {
            case NUMBER -> 42L;
            case BOOLEAN -> true;
            case LIST -> List.of();
            case OBJECT -> Map.of();
            case STRING, ANY -> name.replace('_', ' ');
        };
    }
}
