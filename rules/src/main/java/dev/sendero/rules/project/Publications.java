package dev.sendero.rules.project;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.SourceFile;
import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** Takes a journey out of its project, to send it to the running job, and makes a project of it again there. */
public final class Publications {

    private Publications() {}

    /**
     * The journey with just the files that it needs.
     *
     * @param journey one of the project's journeys
     * @throws IllegalArgumentException when the project has no such journey
     */
    public static JourneyPublication of(Project project, JourneyId journey, Instant effectiveAt) {
        var model = project.journeys().get(journey);
        var sources = project.sources().get(journey);
        if (model == null || sources == null) {
            throw new IllegalArgumentException("journey: " + journey + " (expected: one of "
                    + project.journeys().keySet() + ")");
        }
        var needed = new TreeMap<String, String>();
        SortedMap<String, String> texts = project.files().texts();
        texts.forEach((path, text) -> {
            if (path.equals("sendero.yaml")
                    || path.equals("events.yaml")
                    || path.startsWith("traits/")
                    || path.equals(sources.file())
                    || sources.templates().contains(path)) {
                needed.put(path, text);
            }
        });
        return new JourneyPublication(
                journey, model.version(), effectiveAt, sources.file(), Collections.unmodifiableSortedMap(needed));
    }

    /**
     * Which events are made from others.
     *
     * @param plan the {@code events.yaml} of a publication; empty when it has none
     */
    public static MadeEvents madeEvents(String plan) {
        return plan.isEmpty()
                ? MadeEvents.NONE
                : new PlanReader(new Findings(SourceFile.of("events.yaml", plan)))
                        .read()
                        .made();
    }

    /** A project with the one journey of the publication: of the same version, with the same contents. */
    public static Project read(JourneyPublication publication) {
        return ProjectReader.readPart(new ProjectFiles(new TreeMap<>(publication.files())));
    }
}
