package dev.sendero.rules.project;

import dev.sendero.api.JourneyId;
import dev.sendero.api.message.Content;
import dev.sendero.api.message.ContentId;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * A project as far as it could be understood.
 *
 * @param journeys those without an error of their own
 * @param contents everything that the journeys may send
 * @param problems errors and warnings of all files, by file and place
 */
public record Project(
        Settings settings,
        SortedMap<JourneyId, Journey> journeys,
        Map<ContentId, Content> contents,
        ProjectFiles files,
        List<Problem> problems) {}
