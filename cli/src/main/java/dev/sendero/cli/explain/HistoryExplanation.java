package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.cli.backtest.EventHistory;
import dev.sendero.cli.backtest.HistoryReplay;
import dev.sendero.cli.backtest.JourneySelection;
import dev.sendero.cli.project.ProblemDisplay;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.core.Inspection;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.engine.event.ReceivedEvent;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/** Finds out one customer's way by replaying past events. */
final class HistoryExplanation {

    private final Project project;
    private final List<Journey> told;
    private final String customer;

    /** @param told the journeys that are told of; the others of the project take part */
    HistoryExplanation(Project project, List<Journey> told, String customer) {
        this.project = project;
        this.told = told;
        this.customer = customer;
    }

    /**
     * @param end what is due later is not yet
     * @throws CommandFailure when there are no events of the customer
     */
    Explanation of(EventHistory history, Instant end) {
        List<ReceivedEvent> events = eventsOfCustomer(history);
        var journeys = JourneySet.of(
                project.settings(),
                takingPart().stream().map(VersionInForce::always).toList(),
                CepDetectors.asChosen());
        var replay = HistoryReplay.of(journeys, end);
        var inspection = new Inspection(journeys);
        var zone = new CustomerZone(inspection, project.settings().zone());
        replay.watch(events.iterator(), zone);
        var narrator = new Narrator(
                new CustomerId(customer),
                inspection,
                told,
                new LocalTimes(zone.zone()),
                new MessageText(project.contents()));
        replay.watch(events.iterator(), narrator);
        return narrator.explanation(end, this::stateOf);
    }

    private List<ReceivedEvent> eventsOfCustomer(EventHistory history) {
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

    /** All that are live or drafts, and those that are asked for whatever their state. */
    private List<Journey> takingPart() {
        var all = new ArrayList<>(told);
        JourneySelection.runnable(project).stream()
                .filter(other -> told.stream().noneMatch(journey -> journey.id().equals(other.id())))
                .forEach(all::add);
        return all;
    }

    private String stateOf(String id) {
        Journey found = project.journeys().get(new JourneyId(id));
        return found == null ? "" : found.state().name().toLowerCase(Locale.ROOT);
    }
}
