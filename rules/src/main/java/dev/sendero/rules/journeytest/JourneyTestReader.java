package dev.sendero.rules.journeytest;

import dev.sendero.api.JourneyId;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.StartedJourneys;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one file of journey tests. */
public final class JourneyTestReader {

    private final Map<JourneyId, Journey> journeys;
    private final Set<JourneyId> broken;

    /**
     * @param journeys those of the project that have no error
     * @param broken those that have: what tests name of them may be what their files were to say
     */
    public JourneyTestReader(Map<JourneyId, Journey> journeys, Set<JourneyId> broken) {
        this.journeys = journeys;
        this.broken = broken;
    }

    /** Empty when the file is no YAML or names no journey; the findings say why. */
    public Optional<JourneyTestFile> read(Findings findings) {
        var values = new ValueReader(findings);
        Optional<YamlMapping> root = YamlReader.read(findings).flatMap(node -> values.mapping(node, "a test file"));
        if (root.isEmpty()) {
            return Optional.empty();
        }
        var reader = new MappingReader(root.get(), values);
        reader.require("a test file", "journey", "tests");
        Optional<YamlScalar> name =
                reader.scalar("journey").filter(id -> !id.text().isBlank());
        Optional<Journey> journey = name.flatMap(id -> Optional.ofNullable(journeys.get(new JourneyId(id.text()))));
        if (name.isPresent()
                && journey.isEmpty()
                && !broken.contains(new JourneyId(name.get().text()))) {
            findings.error(
                    ProblemCode.UNKNOWN_JOURNEY,
                    name.get().place(),
                    "no journey '" + name.get().text() + "' in journeys",
                    DidYouMean.hint(
                            name.get().text(),
                            journeys.keySet().stream().map(JourneyId::value).toList()));
        }
        List<Journey> tested =
                journey.map(first -> StartedJourneys.from(first, journeys)).orElse(List.of());
        var tests = new ArrayList<JourneyTest>();
        for (YamlNode node : reader.list("tests").orElse(List.of())) {
            values.mapping(node, "a test")
                    .flatMap(mapping -> new SingleTestReader(values, new TestedSteps(tested, findings)).read(mapping))
                    .ifPresent(tests::add);
        }
        reader.refuseOthers("a test file");
        return name.map(
                id -> new JourneyTestFile(findings.source().path(), new JourneyId(id.text()), List.copyOf(tests)));
    }
}
