package dev.sendero.cli.diff;

import dev.sendero.api.CustomerId;
import dev.sendero.api.json.WireJson;
import dev.sendero.api.message.Message;
import dev.sendero.cli.terminal.JsonResult;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;

/** What two versions differ in, for machines. */
final class DiffJson {

    /** Changes when a reader of the old shape would misunderstand the new one. */
    private static final String FORMAT = "sendero.diff/1";

    private DiffJson() {}

    /** All journeys with the customers whose messages differ. */
    static String write(DiffResult result, String first, String second, long events, long customers) {
        var journeys = new ArrayList<Map<String, Object>>();
        result.byJourney().forEach((journey, differences) -> {
            var json = new LinkedHashMap<String, Object>();
            json.put("journey", journey.value());
            json.put("same", differences.same());
            json.put("differing", ids(differences.differing()));
            for (Kind kind : Kind.values()) {
                json.put(
                        kind.wireName(),
                        Map.of("messages", differences.messages(kind), "customers", ids(differences.customers(kind))));
            }
            journeys.add(json);
        });
        var json = new LinkedHashMap<String, Object>();
        json.put("a", first);
        json.put("b", second);
        json.put("events", events);
        json.put("customers", customers);
        json.put("journeys", journeys);
        return JsonResult.write(FORMAT, json);
    }

    /** One message as a line of {@code --out}. */
    static String line(Difference difference) {
        Message message = difference.message();
        var json = new LinkedHashMap<String, Object>();
        json.put("journey", message.journey().value());
        json.put("customer", message.customer().value());
        json.put("step", message.step().value());
        json.put("channel", message.channel().wireName());
        json.put("message", message.id().value());
        json.put("kinds", difference.kinds().stream().map(Kind::wireName).toList());
        side(json, "before", difference.before(), difference.saidBefore());
        side(json, "after", difference.after(), difference.saidAfter());
        return text(json);
    }

    private static void side(Map<String, Object> json, String name, Instant at, String said) {
        if (!at.equals(Difference.NEVER)) {
            json.put(name, Map.of("at", at.toString(), "text", said));
        }
    }

    private static List<String> ids(SortedSet<CustomerId> customers) {
        return customers.stream().map(CustomerId::value).toList();
    }

    private static String text(Map<String, Object> json) {
        return new String(WireJson.write(json), StandardCharsets.UTF_8);
    }
}
