package dev.sendero.cli.fault;

import dev.sendero.api.event.Event;
import dev.sendero.api.json.EventJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Events as the bodies of posts to {@code /v1/batch}. */
final class Batches {

    private Batches() {}

    static List<String> of(List<Event> events, int size) {
        var batches = new ArrayList<String>();
        for (int from = 0; from < events.size(); from += size) {
            batches.add(body(events.subList(from, Math.min(from + size, events.size()))));
        }
        return batches;
    }

    static String body(List<Event> events) {
        return events.stream()
                .map(event -> new String(EventJson.write(event), StandardCharsets.UTF_8))
                .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
    }
}
