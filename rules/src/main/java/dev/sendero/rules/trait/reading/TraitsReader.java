package dev.sendero.rules.trait.reading;

import dev.sendero.rules.check.SegmentsOfSomebody;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.ExpressionCompiler;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.journey.reading.Expressions;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.trait.ComputedTrait;
import dev.sendero.rules.trait.ProfileRules;
import dev.sendero.rules.trait.Segment;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code traits: {…}} and {@code segments: {…}}, file by file. A name stands for one thing in all files. */
public final class TraitsReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");
    private static final Pattern SEGMENT_NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_-]{0,99}");
    private static final Vocabulary PROFILE = new Vocabulary(Use.PROFILE, Set.of(), Map.of());

    /** More would be kept of one customer than can be read and written with every event. */
    private static final int MOST_TRAITS = 200;

    private final ExpressionCompiler compiler;
    private final TrackingPlan plan;
    private final List<ComputedTrait> traits = new ArrayList<>();
    private final List<Segment> segments = new ArrayList<>();
    private final Map<String, String> files = new HashMap<>();

    public TraitsReader(ExpressionCompiler compiler, TrackingPlan plan) {
        this.compiler = compiler;
        this.plan = plan;
    }

    /** All that was read without an error. */
    public ProfileRules rules() {
        return new ProfileRules(traits, segments);
    }

    public void read(Findings findings) {
        var values = new ValueReader(findings);
        YamlReader.read(findings)
                .flatMap(node -> values.mapping(node, "a file of traits"))
                .ifPresent(mapping -> read(mapping, values));
    }

    private void read(YamlMapping mapping, ValueReader values) {
        var reader = new MappingReader(mapping, values);
        var expressions = new Expressions(compiler, values);
        var rules = new TraitRuleReader(expressions, plan, values);
        reader.mapping("traits").ifPresent(all -> {
            for (YamlMapping.Entry entry : all.entries()) {
                if (isNamed("trait", entry.key(), NAME, values)) {
                    rules.read(entry).ifPresent(rule -> traits.add(new ComputedTrait(entry.name(), rule)));
                }
            }
            if (traits.size() > MOST_TRAITS) {
                values.findings()
                        .error(
                                ProblemCode.WRONG_VALUE,
                                all.place(),
                                "these are " + traits.size() + " traits",
                                "a project may have " + MOST_TRAITS);
            }
        });
        reader.mapping("segments").ifPresent(all -> {
            for (YamlMapping.Entry entry : all.entries()) {
                if (isNamed("segment", entry.key(), SEGMENT_NAME, values)) {
                    readSegment(entry, expressions, values);
                }
            }
        });
        reader.refuseOthers("a file of traits");
        SegmentsOfSomebody.check(expressions.conditions(), values.findings());
    }

    private void readSegment(YamlMapping.Entry entry, Expressions expressions, ValueReader values) {
        Condition condition = expressions.condition(entry.value(), entry.name(), PROFILE);
        if (condition.readings().stream().anyMatch(TraitsReader::looksAtSegments)) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            entry.value().place(),
                            "the segment '" + entry.name() + "' looks at segments",
                            "write the other segment's condition instead");
        } else if (condition != Condition.ALWAYS) {
            segments.add(new Segment(entry.name(), condition));
        }
    }

    private static boolean looksAtSegments(Reading reading) {
        return reading.part() == Reading.Part.PROFILE
                && (reading.fields().isEmpty() || reading.fields().get(0).equals("segments"));
    }

    private boolean isNamed(String what, YamlScalar name, Pattern pattern, ValueReader values) {
        if (!pattern.matcher(name.text()).matches()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            name.place(),
                            "'" + name.text() + "' is no name of a " + what,
                            "use letters, digits and _");
            return false;
        }
        String file = values.findings().source().path();
        String other = files.putIfAbsent(what + " " + name.text(), file);
        if (other != null) {
            values.findings()
                    .error(
                            ProblemCode.DUPLICATE_NAME,
                            name.place(),
                            "the " + what + " '" + name.text() + "' is in " + other + " too",
                            "give one of the two another name");
        }
        return other == null;
    }
}
