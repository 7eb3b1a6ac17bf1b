package dev.sendero.cli.backtest;

import dev.sendero.cli.events.EventOptions;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.sorting.SpillFolder;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.cli.terminal.Terminal;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.rules.plan.MadeEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;

/**
 * What one customer did, looked up among the events of all.
 *
 * @param events in their order; at least one
 * @param newest the time of the newest event of all customers
 */
public record CustomerEvents(String customer, List<ReceivedEvent> events, Instant newest) {

    public CustomerEvents {
        events = List.copyOf(events);
    }

    /**
     * @param made which events are about items
     * @param customer a user's or a device's id
     * @throws CommandFailure when there are no events of the customer
     */
    public static CustomerEvents read(EventOptions options, Terminal terminal, MadeEvents made, String customer) {
        var identity = new IdentityNotes();
        try (SpillFolder spill = new SpillFolder();
                EventHistory history = EventHistory.open(spill, made, identity::count)) {
            options.read(terminal, history::add);
            var found = new CustomerEvents(customer, find(history, customer), history.last());
            identity.lines().forEach(terminal::note);
            return found;
        }
    }

    private static List<ReceivedEvent> find(EventHistory history, String customer) {
        List<ReceivedEvent> found = Collections.synchronizedList(new ArrayList<>());
        history.replay(() -> new EventHistory.Part() {
            @Override
            public void replay(Iterator<ReceivedEvent> ofOne) {
                ReceivedEvent first = ofOne.next();
                if (first.key().equals(customer)) {
                    found.add(first);
                    ofOne.forEachRemaining(found::add);
                }
            }

            @Override
            public void close() {}
        });
        if (found.isEmpty()) {
            throw CommandFailure.usage(
                    "no events of customer '" + customer + "' among those of "
                            + ProblemDisplay.counted(history.customers(), "customer"),
                    "ids are compared letter by letter; look for one with: grep " + customer + " FILE");
        }
        return found;
    }
}
