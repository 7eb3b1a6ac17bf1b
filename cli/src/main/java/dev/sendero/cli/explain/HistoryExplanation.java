package dev.sendero.cli.explain;

import dev.sendero.api.CustomerId;
import dev.sendero.api.JourneyId;
import dev.sendero.cli.backtest.CustomerEvents;
import dev.sendero.cli.backtest.HistoryReplay;
import dev.sendero.cli.backtest.JourneySelection;
import dev.sendero.core.Inspection;
import dev.sendero.core.JourneySet;
import dev.sendero.core.VersionInForce;
import dev.sendero.engine.cep.host.CepDetectors;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.project.Project;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds out one customer's way by replaying past events. */
final class HistoryExplanation {

    private final Project project;
    private final List<Journey> told;

    /** @param told the journeys that are told of; the others of the project take part */
    HistoryExplanation(Project project, List<Journey> told) {
        this.project = project;
        this.told = told;
    }

    /** @param end what is due later is not yet */
    Explanation of(CustomerEvents past, Instant end) {
        var journeys = JourneySet.of(
                project.settings(),
                takingPart().stream().map(VersionInForce::always).toList(),
                CepDetectors.asChosen());
        var replay = HistoryReplay.of(journeys, end);
        var inspection = new Inspection(journeys);
        var zone = new CustomerZone(inspection, project.settings().zone());
        replay.watch(past.events().iterator(), zone);
        var narrator = new Narrator(
                new CustomerId(past.customer()),
                inspection,
                told,
                new LocalTimes(zone.zone()),
                new MessageText(project.contents()));
        replay.watch(past.events().iterator(), narrator);
        return narrator.explanation(end, this::stateOf);
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
