package dev.sendero.engine.cep;

import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A customer's events as Flink CEP is shown them. */
final class ProfiledHistory {

    /** Something that no trigger knows, later than every window: Flink CEP needs it to notice some absences. */
    static final String AFTERWARDS = "Afterwards";

    private ProfiledHistory() {}

    /** With what is known of the customer just after each event, and with {@link #AFTERWARDS}. */
    static List<ProfiledEvent> of(List<Event> events) {
        var profiled = new ArrayList<ProfiledEvent>(events.size() + 1);
        Map<String, Object> traits = Map.of();
        for (Event event : events) {
            if (!event.traits().isEmpty()) {
                var after = new HashMap<>(traits);
                after.putAll(event.traits());
                traits = after;
            }
            profiled.add(profiled(event, traits));
        }
        Event last = events.get(events.size() - 1);
        profiled.add(profiled(
                Event.track(
                        new EventId("afterwards"),
                        AFTERWARDS,
                        last.customer(),
                        last.timestamp().plus(Duration.ofDays(1)),
                        Map.of()),
                traits));
        return profiled;
    }

    private static ProfiledEvent profiled(Event event, Map<String, Object> traits) {
        return new ProfiledEvent(
                event, Map.of("id", event.customer().value(), "traits", traits, "segments", List.of()));
    }
}
