package dev.sendero.cli.backtest;

import dev.sendero.api.JourneyId;
import dev.sendero.cli.project.LiveJourney;
import dev.sendero.cli.terminal.CommandFailure;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.project.Project;
import java.util.ArrayList;
import java.util.List;

/** Chooses the journeys that take part in a backtest. */
public final class JourneySelection {

    private JourneySelection() {}

    /**
     * Live journeys and drafts, all as if they were live; or those that are named, whatever their state.
     *
     * @param named empty for all
     * @throws CommandFailure when there is no such journey, or none at all
     */
    public static List<Journey> of(Project project, List<String> named) {
        var selected = new ArrayList<Journey>();
        named.forEach(id -> selected.add(LiveJourney.of(named(project, id))));
        if (named.isEmpty()) {
            selected.addAll(runnable(project));
        }
        if (selected.isEmpty()) {
            throw CommandFailure.usage(
                    "there is no journey to run: none is live or a draft",
                    "journeys are files in journeys/; --journey ID runs one that is paused or ended");
        }
        return selected;
    }

    /**
     * A journey as its file has it.
     *
     * @throws CommandFailure when there is none of this id
     */
    public static Journey named(Project project, String id) {
        Journey journey = project.journeys().get(new JourneyId(id));
        if (journey == null) {
            throw CommandFailure.usage(
                    "--journey: no journey '" + id + "' in this project",
                    DidYouMean.hint(
                            id,
                            project.journeys().keySet().stream()
                                    .map(JourneyId::value)
                                    .toList()));
        }
        return journey;
    }

    /** Live journeys and drafts, all as if they were live. */
    public static List<Journey> runnable(Project project) {
        return project.journeys().values().stream()
                .filter(journey -> journey.state() == JourneyState.LIVE || journey.state() == JourneyState.DRAFT)
                .map(LiveJourney::of)
                .toList();
    }
}
