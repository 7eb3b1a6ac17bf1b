package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.CepStage;
import dev.sendero.rules.journey.Contiguity;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Repetition;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the stages of a {@code cep} trigger: a list, in which a group has a list of its own. */
final class CepStagesReader {

    /** Stages of one list. */
    private static final int MAX_STAGES = 32;

    private static final List<String> KINDS = List.of(
            "event", "any_of", "group", "next", "followed_by", "followed_by_any", "not_next", "not_followed_by");

    private final JourneyScope scope;
    private final RepetitionReader repetitions;

    /** Whether the stage at hand is in a group that is repeated. */
    private boolean repeatedAround;

    CepStagesReader(JourneyScope scope) {
        this.scope = scope;
        this.repetitions = new RepetitionReader(scope);
    }

    List<CepStage> list(YamlNode node, String name) {
        Optional<List<YamlNode>> nodes = scope.values().list(node, name);
        var stages = new ArrayList<CepStage>();
        for (YamlNode each : nodes.orElse(List.of())) {
            scope.values()
                    .mapping(each, "a stage of '" + name + "'")
                    .flatMap(this::stage)
                    .ifPresent(stages::add);
        }
        int count = nodes.map(List::size).orElse(1);
        if (count == 0 || count > MAX_STAGES) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            node.place(),
                            "'" + name + "' has " + count + " stages",
                            "write from 1 to " + MAX_STAGES);
        }
        return List.copyOf(stages);
    }

    private Optional<CepStage> stage(YamlMapping mapping) {
        var reader = scope.reader(mapping);
        Optional<CepStage> stage = reader.oneOf("a stage of 'cep'", KINDS)
                .flatMap(kind -> reader.node(kind).flatMap(value -> stage(kind, value, reader)));
        reader.refuseOthers("this stage");
        stage.ifPresent(read -> scope.places().put(read, mapping.place()));
        return stage;
    }

    private Optional<CepStage> stage(String kind, YamlNode value, MappingReader reader) {
        if (kind.startsWith("not_")) {
            List<EventMatch> noneOf = matches(kind, value, reader);
            return noneOf.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CepStage.Negation(kind.equals("not_next"), noneOf));
        }
        Contiguity after = contiguity(kind);
        if (kind.equals("group")) {
            return Optional.of(group(after, value, reader));
        }
        if (value instanceof YamlMapping mapping && mapping.get("group").isPresent()) {
            var inner = scope.reader(mapping);
            Optional<CepStage> group = inner.node("group").map(stages -> group(after, stages, reader));
            inner.refuseOthers("'" + kind + "'");
            return group;
        }
        return occurrence(kind, after, value, reader);
    }

    private CepStage group(Contiguity after, YamlNode value, MappingReader reader) {
        Repetition repetition = repetitions.read(reader, Set.of());
        boolean before = repeatedAround;
        repeatedAround = before || repetition.isRepeated();
        List<CepStage> stages = list(value, "group");
        repeatedAround = before;
        return new CepStage.Group(after, stages, repetition);
    }

    private Optional<CepStage> occurrence(String kind, Contiguity after, YamlNode value, MappingReader reader) {
        List<EventMatch> anyOf = matches(kind, value, reader);
        String as = scope.names().read(reader);
        Set<String> events = anyOf.stream().map(EventMatch::event).collect(Collectors.toUnmodifiableSet());
        Repetition repetition = repetitions.read(reader, events);
        if (anyOf.isEmpty()) {
            return Optional.empty();
        }
        scope.names().capture(as, events, repeatedAround || repetition.isRepeated());
        var occurrence = new CepStage.Occurrence(after, anyOf, as, repetition);
        scope.places().putKey(occurrence, "as", reader.placeOf("as"));
        return Optional.of(occurrence);
    }

    /** A name, with {@code where} beside it, or a list of names and of mappings. */
    private List<EventMatch> matches(String kind, YamlNode value, MappingReader reader) {
        var matches = new EventMatches(scope);
        if (value instanceof YamlScalar && !kind.equals("any_of")) {
            return matches.of(reader, kind, Use.TRIGGER).stream().toList();
        }
        if (kind.equals("event")) {
            scope.values().scalar(value, kind);
            return List.of();
        }
        List<EventMatch> list = matches.listOf(value, kind, Use.TRIGGER);
        if (list.isEmpty()) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            value.place(),
                            "'" + kind + "' names no event",
                            "name at least one");
        }
        return list;
    }

    private static Contiguity contiguity(String kind) {
        return switch (kind) {
            case "next" -> Contiguity.NEXT;
            case "followed_by_any" -> Contiguity.FOLLOWED_BY_ANY;
            default -> Contiguity.FOLLOWED_BY;
        };
    }
}
