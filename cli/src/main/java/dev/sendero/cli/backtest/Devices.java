package dev.sendero.cli.backtest;

import dev.sendero.api.CustomerId;
import dev.sendero.api.event.Event;
import dev.sendero.core.Admission;
import dev.sendero.core.Linked;
import dev.sendero.core.identity.Identity;
import dev.sendero.core.identity.Recognition;
import dev.sendero.core.identity.Sighting;
import dev.sendero.core.identity.Visitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Events that have an anonymous id, until all are there and it can be told whose they are. */
final class Devices {

    private final Map<String, List<Event>> devices = new HashMap<>();

    /** Told whose events are. */
    interface Customers {

        void event(Event event);

        void turn(CustomerId customer, Turn turn);
    }

    /** @param event with an anonymous id */
    void add(Event event) {
        devices.computeIfAbsent(event.anonymousId(), device -> new ArrayList<>(4))
                .add(event);
    }

    /** Hands on all events, those of one device in their order, and keeps none. */
    void recognise(Identity<Event> identity, Customers customers) {
        devices.values().forEach(events -> {
            // Sorting is stable: events that are equal in time and id stay as they stand in the files.
            events.sort(Event.ORDER);
            recognise(events, identity, customers);
        });
        devices.clear();
    }

    private static void recognise(List<Event> events, Identity<Event> identity, Customers customers) {
        Visitor<Event> device = Visitor.unknown();
        for (Event event : events) {
            Recognition<Event> recognition = identity.see(device, Sighting.of(event), event);
            if (recognition instanceof Recognition.Login<Event> login) {
                customers.turn(new CustomerId(event.anonymousId()), new Turn.Departure(login.at()));
                customers.turn(event.customer(), new Turn.Login(login.at(), linked(login, event.customer())));
            }
            customers.event(
                    recognition.customer().equals(event.customer().value())
                            ? event
                            : event.of(new CustomerId(recognition.customer())));
        }
    }

    private static Linked linked(Recognition.Login<Event> login, CustomerId user) {
        return new Linked(
                Instant.ofEpochMilli(login.at().millis()),
                login.history().stream()
                        .map(past -> new Linked.Past(past.of(user), Admission.ALL))
                        .toList());
    }
}
