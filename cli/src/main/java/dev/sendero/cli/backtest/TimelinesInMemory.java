package dev.sendero.cli.backtest;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps all events in memory: some millions fit. */
final class TimelinesInMemory implements Timelines {

    private final Map<CustomerId, ArrayList<Event>> timelines = new HashMap<>();
    private long events;

    @Override
    public void add(Event event) {
        timelines
                .computeIfAbsent(event.customer(), customer -> new ArrayList<>(4))
                .add(event);
        events++;
    }

    @Override
    public long events() {
        return events;
    }

    @Override
    public int customers() {
        return timelines.size();
    }

    @Override
    public void forEach(Consumer<Timeline> action) {
        List<Map.Entry<CustomerId, ArrayList<Event>>> all = List.copyOf(timelines.entrySet());
        all.parallelStream().forEach(entry -> {
            // Sorting is stable: events that are equal in time and id stay as they stand in the files.
            entry.getValue().sort(Event.ORDER);
            action.accept(new Timeline(entry.getKey(), entry.getValue()));
        });
    }
}
