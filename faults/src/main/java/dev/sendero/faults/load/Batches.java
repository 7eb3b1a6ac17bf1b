package dev.sendero.faults.load;

import dev.sendero.api.event.Event;
import dev.sendero.api.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Events as the bodies of posts to {@code /v1/batch}. */
public final class Batches {

    private Batches() {}

    public static List<String> of(List<Event> events, int size) {
        var batches = new ArrayList<String>();
        for (int from = 0; from < events.size(); from += size) {
            batches.add(body(events.subList(from, Math.min(from + size, events.size()))));
        }
        return batches;
    }

    public static String body(List<Event> events) {
        return events.stream()
                .map(event -> new String(EventJson.write(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
    }
}
