package dev.sendero.gateway.board;

import dev.sendero.api.JourneyId;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.SubscriptionGroup;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where the process pins up the project that runs, for the console to show. Safe for many threads. */
public final class ProjectBoard {

    private volatile Notice notice;

    /**
     * What is pinned up.
     *
     * @param edition grows with every change
     * @param journeys those that run, by id
     * @param zone the project's
     * @param currency ISO 4217 code of conversion values
     * @param groups what customers may agree to, by name
     * @param problems of the last save; while there is an error among them, {@code journeys} are those of the version before
     */
    public record Notice(
            long edition,
            String project,
            ZoneId zone,
            String currency,
            Map<String, SubscriptionGroup> groups,
            SortedMap<JourneyId, Journey> journeys,
            List<Problem> problems) {}

    /** An empty board, for a process that has not loaded its project yet. */
    public ProjectBoard() {
        notice = new Notice(0, "", ZoneOffset.UTC, "", Map.of(), new TreeMap<>(), List.of());
    }

    /** A project has taken effect; its problems, if any, are warnings. */
    public void show(Project project) {
        show(
                project.settings().name(),
                project.settings().zone(),
                project.settings().currency(),
                project.settings().groups(),
                project.journeys(),
                project.problems());
    }

    /** As {@link #show(Project)}, told in parts. */
    public synchronized void show(
            String project,
            ZoneId zone,
            String currency,
            Map<String, SubscriptionGroup> groups,
            SortedMap<JourneyId, Journey> journeys,
            List<Problem> problems) {
        notice = new Notice(
                notice.edition() + 1,
                project,
                zone,
                currency,
                new LinkedHashMap<>(groups),
                new TreeMap<>(journeys),
                List.copyOf(problems));
    }

    /** A save has been refused: the journeys shown keep running. */
    public synchronized void refuse(List<Problem> problems) {
        notice = new Notice(
                notice.edition() + 1,
                notice.project(),
                notice.zone(),
                notice.currency(),
                notice.groups(),
                notice.journeys(),
                List.copyOf(problems));
    }

    public Notice notice() {
        return notice;
    }
}
