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
 * number of times, and what follows costs next to nothing: the benchmark is about finding. There may be computed traits
 * beside them, each with a segment, and a journey for each tenth segment.
 */
public final class ShopJourneys {

    private static final int SEGMENTS_TO_A_JOURNEY = 10;
    private static final String OF_SITUATION = "journey-";

    private final long seed;
    private final List<Situation> situations;
    private final ProjectFiles files;

    private ShopJourneys(long seed, List<Situation> situations, int traits) {
        this.seed = seed;
        this.situations = situations;
        var texts = new TreeMap<String, String>();
        texts.put("sendero.yaml", "name: Benchmark\ncurrency: EUR\n");
        texts.put("events.yaml", plan());
        for (int index = 0; index < situations.size(); index++) {
            String trigger = TriggerText.of(situations.get(index));
            texts.put("journeys/" + id(index) + ".yaml", journey(id(index).value(), trigger));
        }
        if (traits > 0) {
            texts.put("traits/random.yaml", traits(traits));
        }
        for (int index = 0; index < traits; index += SEGMENTS_TO_A_JOURNEY) {
            String id = "segment-%04d".formatted(index);
            texts.put("journeys/" + id + ".yaml", journey(id, "segment: { entered: segment_%04d }\n".formatted(index)));
        }
        this.files = new ProjectFiles(texts);
    }

    /** @param count 1 to 10,000; the first of more are those of fewer */
    public static ShopJourneys of(long seed, int count) {
        return new ShopJourneys(
                seed,
                IntStream.range(0, count)
                        .mapToObj(index -> RandomSituations.at(seed, index))
                        .toList(),
                0);
    }

    /** With random traits and segments of the same seed. @param count 0 to 10,000 */
    public ShopJourneys withTraits(int count) {
        return new ShopJourneys(seed, situations, count);
    }

    /** Whether a journey looks for a situation; the others are about segments. */
    public static boolean isAboutSituation(JourneyId journey) {
        return journey.value().startsWith(OF_SITUATION);
    }

    /** By the number of the journey, from 0. */
    public List<Situation> situations() {
        return situations;
    }

    /** The id of a journey by its number, from 0; their order is that of the numbers. */
    public static JourneyId id(int index) {
        return new JourneyId(OF_SITUATION + "%04d".formatted(index));
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
        return project.journeys().keySet().stream()
                .map(id -> Publications.of(project, id, effectiveAt))
                .toList();
    }

    private static String journey(String id, String trigger) {
        return """
                journey: %s
                state: live
                trigger:
                %sruns: unbounded
                reentry: always
                steps:
                  - exit: found
                """.formatted(id, trigger.indent(2));
    }

    private String traits(int count) {
        var traits = new StringBuilder("traits:\n");
        var segments = new StringBuilder("segments:\n");
        for (int index = 0; index < count; index++) {
            RandomTrait trait = RandomTrait.at(seed, index);
            traits.append("  " + trait.name() + ": " + trait.rule() + "\n");
            segments.append("  segment_%04d: '%s'\n".formatted(index, trait.condition()));
        }
        return traits.append(segments).toString();
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
