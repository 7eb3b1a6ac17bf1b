package dev.sendero.rules.journey.reading;

import dev.sendero.api.JourneyId;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.DurationText;
import dev.sendero.rules.expression.ExpressionCompiler;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.journey.DetectorChoice;
import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.journey.JourneyState;
import dev.sendero.rules.journey.Reentry;
import dev.sendero.rules.journey.RunLimit;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Share;
import dev.sendero.rules.journey.Step;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one journey file. */
public final class JourneyReader {

    private static final int DEFAULT_PRIORITY = 50;
    private static final int MAX_PRIORITY = 1_000;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");

    /** Stands for an id that could not be read. */
    private static final JourneyId UNNAMED = new JourneyId("unnamed");

    /** Stands for a trigger that could not be read. */
    private static final Trigger NO_TRIGGER = new Trigger.Sequence(List.of(), SequenceItem.UNBOUNDED, Correlation.NONE);

    private final ExpressionCompiler compiler;
    private final TemplateFiles templates;
    private final Utm utm;

    /** @param utm what the project says of its messages' links */
    public JourneyReader(ExpressionCompiler compiler, TemplateFiles templates, Utm utm) {
        this.compiler = compiler;
        this.templates = templates;
        this.utm = utm;
    }

    /** Empty when the file is no YAML or says too little to be called a journey; the findings say why. */
    public Optional<ReadJourney> read(Findings findings) {
        Optional<YamlNode> root = YamlReader.read(findings);
        if (root.isEmpty() || !(root.get() instanceof YamlMapping mapping)) {
            root.ifPresent(node -> findings.error(
                    ProblemCode.WRONG_TYPE,
                    node.place(),
                    "a journey file is " + node.describe(),
                    "begin with 'journey: name-of-the-file'"));
            return Optional.empty();
        }
        var scope = new JourneyScope(findings, compiler, templates, utm, mapping);
        return Optional.of(read(mapping, scope));
    }

    private static ReadJourney read(YamlMapping mapping, JourneyScope scope) {
        var reader = scope.reader(mapping);
        reader.require("a journey", "journey", "trigger", "steps");
        Optional<JourneyId> named = id(reader, scope);
        JourneyId id = named.orElse(UNNAMED);
        String title = reader.prose("title").map(YamlScalar::text).orElse(id.value());
        String stage = reader.scalar("stage").map(YamlScalar::text).orElse("");
        JourneyState state = state(reader);
        boolean migrate = reader.flag("migrate").orElse(false);
        int priority = reader.number("priority", 0, MAX_PRIORITY).orElse(DEFAULT_PRIORITY);
        // In the order in which names come into being: first the trigger's, then those of the steps' waits.
        Trigger trigger = reader.node("trigger")
                .flatMap(node -> new TriggerReader(scope).read(node))
                .orElse(NO_TRIGGER);
        Condition audience = reader.node("audience")
                .map(node -> scope.expressions()
                        .condition(node, "audience", scope.names().vocabulary(Use.RUN, Set.of())))
                .orElse(Condition.ALWAYS);
        List<Step> steps = reader.node("steps")
                .map(node -> scope.steps().list(node, "steps", ""))
                .orElse(List.of());
        var journey = new Journey(
                id,
                CanonicalForm.versionOf(mapping),
                title,
                stage,
                state,
                migrate,
                priority,
                trigger,
                detector(reader, trigger, scope),
                audience,
                Words.read(
                        reader,
                        "runs",
                        Map.of(
                                "one", RunLimit.ONE,
                                "one_per_customer", RunLimit.ONE_PER_CUSTOMER,
                                "unbounded", RunLimit.UNBOUNDED),
                        RunLimit.ONE),
                reentry(reader, scope),
                reader.node("exit")
                        .map(node -> new ExitRulesReader(scope).read(node))
                        .orElse(List.of()),
                reader.node("conversion")
                        .map(node -> new ConversionReader(scope).read(node))
                        .orElse(List.of()),
                reader.node("holdout")
                        .flatMap(node -> Shares.read(scope.values(), node, "holdout"))
                        .orElse(Share.NONE),
                steps);
        reader.refuseOthers("a journey");
        if (named.isEmpty()) {
            scope.places().markBroken(journey);
        }
        scope.places().putKey(journey, "journey", reader.placeOf("journey"));
        scope.places().putKey(journey, "stage", reader.placeOf("stage"));
        scope.expressions().conditions().forEach(scope.places()::add);
        boolean sound = !scope.findings().hasErrors() && scope.templates().sound();
        return new ReadJourney(journey, scope.places(), scope.templateFiles(), sound);
    }

    private static Optional<JourneyId> id(MappingReader reader, JourneyScope scope) {
        Optional<YamlScalar> id = reader.scalar("journey");
        if (id.isPresent() && ID.matcher(id.get().text()).matches()) {
            return Optional.of(new JourneyId(id.get().text()));
        }
        id.ifPresent(wrong -> scope.findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        wrong.place(),
                        "'" + wrong.text() + "' is no id of a journey",
                        "write letters, digits and hyphens, such as 'abandoned-cart'"));
        return Optional.empty();
    }

    private static JourneyState state(MappingReader reader) {
        return Words.read(
                reader,
                "state",
                Map.of(
                        "draft", JourneyState.DRAFT,
                        "live", JourneyState.LIVE,
                        "paused", JourneyState.PAUSED,
                        "ended", JourneyState.ENDED),
                JourneyState.DRAFT);
    }

    /** A pattern of Flink CEP runs on Flink CEP, whether the file says so or not. */
    private static DetectorChoice detector(MappingReader reader, Trigger trigger, JourneyScope scope) {
        boolean cep = trigger instanceof Trigger.Cep;
        DetectorChoice detector = Words.read(
                reader,
                "detector",
                Map.of("built-in", DetectorChoice.BUILT_IN, "flink-cep", DetectorChoice.FLINK_CEP),
                cep ? DetectorChoice.FLINK_CEP : DetectorChoice.BUILT_IN);
        if (cep && detector == DetectorChoice.BUILT_IN) {
            scope.findings()
                    .error(
                            ProblemCode.CEP_PATTERN,
                            reader.placeOf("detector"),
                            "the built-in detector does not know the trigger 'cep'",
                            "write 'detector: flink-cep', or remove 'detector'");
        }
        if (trigger instanceof Trigger.Segment && detector == DetectorChoice.FLINK_CEP) {
            scope.findings()
                    .error(
                            ProblemCode.CEP_PATTERN,
                            reader.placeOf("detector"),
                            "Flink CEP does not know the trigger 'segment'",
                            "remove 'detector'");
        }
        if (trigger instanceof Trigger.ByCalendar && detector == DetectorChoice.FLINK_CEP) {
            scope.findings()
                    .error(
                            ProblemCode.CEP_PATTERN,
                            reader.placeOf("detector"),
                            "Flink CEP knows events, and this trigger is a time",
                            "remove 'detector'");
        }
        return detector;
    }

    private static Reentry reentry(MappingReader reader, JourneyScope scope) {
        Optional<YamlScalar> word = reader.scalar("reentry");
        if (word.isEmpty() || word.get().text().equals("always")) {
            return new Reentry.Always();
        }
        if (word.get().text().equals("never")) {
            return new Reentry.Never();
        }
        Optional<Duration> sinceEntry = DurationText.parse(word.get().text());
        if (sinceEntry.isEmpty()) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            word.get().place(),
                            "'reentry' is '" + word.get().text() + "'",
                            "write 'always', 'never' or how long after the last entry, such as 7d");
        }
        return sinceEntry.<Reentry>map(Reentry.After::new).orElse(new Reentry.Always());
    }
}
