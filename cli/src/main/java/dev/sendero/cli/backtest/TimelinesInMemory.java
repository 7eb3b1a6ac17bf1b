package dev.sendero.cli.backtest;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.core.identity.Identity;
import dev.sendero.core.identity.IdentityBounds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps all events in memory: some millions fit. */
public final class TimelinesInMemory implements Timelines {

    private final Map<CustomerId, ArrayList<Event>> timelines = new HashMap<>();
    private final Map<CustomerId, List<Turn>> turns = new HashMap<>();
    private final Devices devices = new Devices();
    private final Identity<Event> identity;
    private long events;

    /** @param bites told when a bound of identity leaves something out */
    public TimelinesInMemory(Consumer<IdentityBounds.Bite> bites) {
        identity = new Identity<>(IdentityBounds.DEFAULT, bites);
    }

    @Override
    public void add(Event event) {
        if (event.anonymousId().isEmpty()) {
            put(event);
        } else {
            devices.add(event);
        }
        events++;
    }

    private void put(Event event) {
        timelines
                .computeIfAbsent(event.customer(), customer -> new ArrayList<>(4))
                .add(event);
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
        devices.recognise(identity, new Devices.Customers() {
            @Override
            public void event(Event event) {
                put(event);
            }

            @Override
            public void turn(CustomerId customer, Turn turn) {
                turns.computeIfAbsent(customer, it -> new ArrayList<>(1)).add(turn);
            }
        });
        turns.values().forEach(of -> of.sort(Comparator.comparing(Turn::at)));
        List<Map.Entry<CustomerId, ArrayList<Event>>> all = List.copyOf(timelines.entrySet());
        all.parallelStream().forEach(entry -> {
            // Sorting is stable: events that are equal in time and id stay as they stand in the files.
            entry.getValue().sort(Event.ORDER);
            action.accept(
                    new Timeline(entry.getKey(), entry.getValue(), turns.getOrDefault(entry.getKey(), List.of())));
        });
    }
}
