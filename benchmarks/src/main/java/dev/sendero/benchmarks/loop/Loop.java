package dev.sendero.benchmarks.loop;

import dev.sendero.api.event.Event;
import dev.sendero.benchmarks.shop.Shop;
import dev.sendero.benchmarks.situation.Situation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Finds situations with one thread and a hash map, as one would write it in an afternoon: an index from the names of
 * events to the journeys that look at them, one small machine for each customer and journey, and a queue with the
 * earliest deadline of each customer. Nothing is durable, nothing is shared between journeys.
 */
public final class Loop {

    /** What is kept of a customer. */
    private static final class Shopper {
        private final Map<Machine, List<Open>> open = new HashMap<>();
        private long alarm = Open.NEVER;
    }

    private record Alarm(long at, Shopper shopper) {}

    private static final List<Machine> NOBODY = List.of();

    private final Map<String, List<Machine>> byName = new HashMap<>();
    private final List<Machine> ofAnyName;
    private final Map<String, Shopper> shoppers = new HashMap<>();
    private final PriorityQueue<Alarm> alarms = new PriorityQueue<>((left, right) -> Long.compare(left.at, right.at));
    private final Reorder reorder = new Reorder(Shop.DISORDER.toMillis());
    private final Consumer<Found> found;
    private final List<Open> begun = new ArrayList<>();

    public Loop(List<Situation> situations, Consumer<Found> found) {
        this.found = found;
        var machines = new ArrayList<Machine>();
        for (Situation situation : situations) {
            machines.add(Machine.of(machines.size(), situation));
        }
        ofAnyName =
                machines.stream().filter(machine -> machine.names().isEmpty()).toList();
        Set<String> names = new HashSet<>();
        machines.forEach(machine -> names.addAll(machine.names()));
        for (String name : names) {
            byName.put(
                    name,
                    machines.stream()
                            .filter(machine ->
                                    machine.names().isEmpty() || machine.names().contains(name))
                            .toList());
        }
    }

    /** Takes an event; it is decided about when nothing can overtake it any more. */
    public void accept(Event event) {
        reorder.add(event);
        for (Event next = reorder.next(); next != null; next = reorder.next()) {
            apply(next);
        }
    }

    /** Decides about all that is left, up to a time that no event is later than. */
    public void finish(long millis) {
        for (Event next = reorder.last(); next != null; next = reorder.last()) {
            apply(next);
        }
        fire(millis);
    }

    private void apply(Event event) {
        long millis = event.timestamp().toEpochMilli();
        fire(millis - 1);
        List<Machine> machines = byName.getOrDefault(event.name(), ofAnyName.isEmpty() ? NOBODY : ofAnyName);
        if (machines.isEmpty()) {
            return;
        }
        Shopper shopper = shoppers.computeIfAbsent(event.customer().value(), name -> new Shopper());
        long earliest = Open.NEVER;
        for (Machine machine : machines) {
            earliest = Math.min(earliest, apply(machine, shopper, event, millis));
        }
        wake(shopper, earliest);
    }

    private long apply(Machine machine, Shopper shopper, Event event, long millis) {
        List<Open> open = shopper.open.get(machine);
        if (open != null) {
            long deadline = machine.apply(open, event, millis, found);
            if (open.isEmpty()) {
                shopper.open.remove(machine);
            }
            return deadline;
        }
        long deadline = machine.apply(begun, event, millis, found);
        if (!begun.isEmpty()) {
            shopper.open.put(machine, new ArrayList<>(begun));
            begun.clear();
        }
        return deadline;
    }

    private void wake(Shopper shopper, long at) {
        if (at < shopper.alarm) {
            shopper.alarm = at;
            alarms.add(new Alarm(at, shopper));
        }
    }

    private void fire(long upTo) {
        Alarm alarm = alarms.peek();
        while (alarm != null && alarm.at <= upTo) {
            alarms.remove();
            if (alarm.at == alarm.shopper.alarm) {
                fire(alarm.shopper, upTo);
            }
            alarm = alarms.peek();
        }
    }

    private void fire(Shopper shopper, long upTo) {
        long earliest = Open.NEVER;
        for (var each = shopper.open.entrySet().iterator(); each.hasNext(); ) {
            var entry = each.next();
            earliest = Math.min(earliest, entry.getKey().fire(entry.getValue(), upTo, found));
            if (entry.getValue().isEmpty()) {
                each.remove();
            }
        }
        shopper.alarm = Open.NEVER;
        wake(shopper, earliest);
    }
}
