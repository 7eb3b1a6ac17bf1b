package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.ExpressionCompiler;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the readers of one journey's parts share while that journey is read. */
final class JourneyScope {

    private final Findings findings;
    private final ValueReader values;
    private final Expressions expressions;
    private final Names names = new Names();
    private final ElementPlaces places;
    private final Templates templates;
    private final StepReaders steps;
    private final Utm utm;
    private final String journey;

    /** @param utm the project's */
    JourneyScope(Findings findings, ExpressionCompiler compiler, TemplateFiles files, Utm utm, YamlMapping journey) {
        this.utm = utm;
        this.journey = journey.get("journey")
                .filter(YamlScalar.class::isInstance)
                .map(name -> ((YamlScalar) name).text())
                .orElse("");
        this.findings = findings;
        this.values = new ValueReader(findings);
        this.expressions = new Expressions(compiler, values);
        this.places = new ElementPlaces(journey.place());
        this.templates = new Templates(files, findings, names);
        this.steps = new StepReaders(this);
    }

    /** What the project says of its messages' links. */
    Utm utm() {
        return utm;
    }

    /** The journey's name, as the file has it. */
    String journey() {
        return journey;
    }

    Findings findings() {
        return findings;
    }

    ValueReader values() {
        return values;
    }

    Expressions expressions() {
        return expressions;
    }

    Names names() {
        return names;
    }

    ElementPlaces places() {
        return places;
    }

    Templates templates() {
        return templates;
    }

    StepReaders steps() {
        return steps;
    }

    MappingReader reader(YamlMapping mapping) {
        return new MappingReader(mapping, values);
    }

    /** The template files that the journey uses, so far. */
    SortedSet<String> templateFiles() {
        return new TreeSet<>(templates.files());
    }
}
