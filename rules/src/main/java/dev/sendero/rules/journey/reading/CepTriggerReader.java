package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.AfterMatch;
import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code trigger: {cep, within, per, after_match}}. */
final class CepTriggerReader implements TriggerReader.KindReader {

    private static final String AFTER_MATCH = "after_match";

    @Override
    public Optional<Trigger> read(MappingReader reader, JourneyScope scope) {
        List<CepStage> stages = reader.node("cep")
                .map(node -> new CepStagesReader(scope).list(node, "cep"))
                .orElse(List.of());
        Duration within = reader.node("within")
                .flatMap(node -> Durations.read(scope.values(), node, "within"))
                .orElse(SequenceItem.UNBOUNDED);
        var per = new CorrelationReader(scope).read(reader);
        AfterMatch afterMatch = reader.node(AFTER_MATCH)
                .map(node -> afterMatch(node, reader, scope))
                .orElse(AfterMatch.NO_SKIP);
        var trigger = new Trigger.Cep(stages, within, per, afterMatch);
        scope.places().put(trigger, reader.place());
        scope.places().putKey(trigger, AFTER_MATCH, reader.placeOf(AFTER_MATCH));
        return Optional.of(trigger);
    }

    private static AfterMatch afterMatch(YamlNode node, MappingReader trigger, JourneyScope scope) {
        if (!(node instanceof YamlMapping mapping)) {
            return new AfterMatch(
                    Words.read(
                            trigger,
                            AFTER_MATCH,
                            Map.of(
                                    "no_skip", AfterMatch.Kind.NO_SKIP,
                                    "skip_to_next", AfterMatch.Kind.SKIP_TO_NEXT,
                                    "skip_past_last", AfterMatch.Kind.SKIP_PAST_LAST),
                            AfterMatch.Kind.NO_SKIP),
                    "");
        }
        var reader = scope.reader(mapping);
        Optional<String> kind = reader.oneOf("'" + AFTER_MATCH + "'", List.of("skip_to_first", "skip_to_last"));
        Optional<YamlScalar> stage = kind.flatMap(reader::scalar);
        reader.refuseOthers("'" + AFTER_MATCH + "'");
        if (kind.isEmpty() || stage.isEmpty()) {
            return AfterMatch.NO_SKIP;
        }
        if (!scope.names().all().contains(stage.get().text())) {
            scope.findings()
                    .error(
                            ProblemCode.CEP_PATTERN,
                            stage.get().place(),
                            "no stage is called '" + stage.get().text() + "'",
                            "write a name that a stage has by 'as'");
            return AfterMatch.NO_SKIP;
        }
        return new AfterMatch(
                kind.get().equals("skip_to_first") ? AfterMatch.Kind.SKIP_TO_FIRST : AfterMatch.Kind.SKIP_TO_LAST,
                stage.get().text());
    }
}
