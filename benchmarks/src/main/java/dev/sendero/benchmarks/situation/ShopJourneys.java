package dev.sendero.benchmarks.situation;

import dev.sendero.api.JourneyId;
import dev.sendero.api.journey.JourneyPublication;
import dev.sendero.benchmarks.shop.EventKind;
import dev.sendero.rules.project.Project;
import dev.sendero.rules.project.ProjectFiles;
import dev.sendero.rules.project.ProjectReader;
import dev.sendero.rules.project.Publications;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The random journeys of a seed: what they look for, and the project that says so in files. Everybody may enter any
 * number of times, and what follows costs next to nothing: the benchmark is about finding.
 */
public final class ShopJourneys {

    private final List<Situation> situations;
    private final ProjectFiles files;

    private ShopJourneys(List<Situation> situations) {
        this.situations = situations;
        var texts = new TreeMap<String, String>();
        texts.put("sendero.yaml", "name: Benchmark\ncurrency: EUR\n");
        texts.put("events.yaml", plan());
        for (int index = 0; index < situations.size(); index++) {
            texts.put("journeys/" + id(index) + ".yaml", journey(index, situations.get(index)));
        }
        this.files = new ProjectFiles(texts);
    }

    /** @param count 1 to 10,000; the first of more are those of fewer */
    public static ShopJourneys of(long seed, int count) {
        return new ShopJourneys(IntStream.range(0, count)
                .mapToObj(index -> RandomSituations.at(seed, index))
                .toList());
    }

    /** By the number of the journey, from 0. */
    public List<Situation> situations() {
        return situations;
    }

    /** The id of a journey by its number, from 0; their order is that of the numbers. */
    public static JourneyId id(int index) {
        return new JourneyId("journey-%04d".formatted(index));
    }

    public ProjectFiles files() {
        return files;
    }

    /** @throws IllegalStateException when the reader finds a problem, which the files are not to have */
    public Project project() {
        Project project = ProjectReader.read(files);
        if (!project.problems().isEmpty()) {
            throw new IllegalStateException(
                    "random journeys: " + project.problems().get(0) + " (expected: no problem)");
        }
        return project;
    }

    /** All journeys as the running job gets them. */
    public List<JourneyPublication> publications(Instant effectiveAt) {
        Project project = project();
        return IntStream.range(0, situations.size())
                .mapToObj(index -> Publications.of(project, id(index), effectiveAt))
                .toList();
    }

    private static String journey(int index, Situation situation) {
        return """
                journey: %s
                state: live
                trigger:
                %sruns: unbounded
                reentry: always
                steps:
                  - exit: found
                """.formatted(id(index), TriggerText.of(situation).indent(2));
    }

    private static String plan() {
        var plan = new StringBuilder("events:\n");
        for (EventKind kind : EventKind.ALL) {
            String properties = kind.family().types().entrySet().stream()
                    .map(property -> property.getKey() + ": " + property.getValue())
                    .collect(Collectors.joining(", "));
            plan.append("  ")
                    .append(kind.name())
                    .append(":\n    properties: { ")
                    .append(properties)
                    .append(" }\n");
        }
        return plan.toString();
    }
}
