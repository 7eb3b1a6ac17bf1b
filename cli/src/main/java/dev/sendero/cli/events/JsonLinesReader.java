package dev.sendero.cli.events;

import dev.sendero.api.event.EventType;
import dev.sendero.api.json.EventJson;
import dev.sendero.api.json.MalformedJson;
import dev.sendero.api.json.RawEvent;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.util.function.Consumer;

/** Reads JSON Lines: an event in Segment's shape on each line. */
public final class JsonLinesReader implements EventReader {

    private final EventNumbers numbers;

    public JsonLinesReader(EventNumbers numbers) {
        this.numbers = numbers;
    }

    @Override
    public void read(String name, BufferedInputStream contents, RowReport report, Consumer<RawEvent> events)
            throws IOException {
        var lines = new ByteLines(contents, name);
        while (lines.next()) {
            try {
                RawEvent event = EventJson.readRaw(lines.bytes(), EventJson.NOT_RECEIVED, numbers::next);
                if (event.timestamp().equals(EventJson.NOT_RECEIVED)) {
                    report.error(name, lines.number(), "timestamp: absent", "");
                } else if (event.type() != EventType.HEARTBEAT) {
                    events.accept(event);
                }
            } catch (MalformedJson malformed) {
                report.error(
                        name,
                        lines.number(),
                        String.valueOf(malformed.getMessage()),
                        "JSON Lines have one event a line, in Segment's shape; CSV needs --map");
            }
        }
    }
}
