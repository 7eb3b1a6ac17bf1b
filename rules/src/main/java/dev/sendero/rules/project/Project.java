package dev.sendero.rules.project;

import dev.sendero.api.JourneyId;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journeytest.JourneyTestFile;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A project as far as it could be understood.
 *
 * @param journeys those without an error of their own
 * @param sources the files of each of these journeys
 * @param contents everything that the journeys may send
 * @param tests the journey tests, those without an error of their own
 * @param problems errors and warnings of all files, by file and place
 */
public record Project(
        Settings settings,
        TrackingPlan plan,
        SortedMap<JourneyId, Journey> journeys,
        SortedMap<JourneyId, JourneySources> sources,
        Map<ContentId, Content> contents,
        List<JourneyTestFile> tests,
        ProjectFiles files,
        List<Problem> problems) {

    public boolean hasErrors() {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
