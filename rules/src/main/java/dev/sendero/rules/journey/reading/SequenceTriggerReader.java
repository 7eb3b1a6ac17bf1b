package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code trigger: {sequence, within, per}}. */
final class SequenceTriggerReader implements TriggerReader.KindReader {

    /** Items of one sequence. */
    private static final int MAX_ITEMS = 32;

    /** Repetitions of one item. */
    private static final int MAX_TIMES = 1_000;

    @Override
    public Optional<Trigger> read(MappingReader reader, JourneyScope scope) {
        List<YamlNode> nodes = reader.list("sequence").orElse(List.of());
        var items = new ArrayList<SequenceItem>();
        for (YamlNode node : nodes) {
            scope.values()
                    .mapping(node, "an item of 'sequence'")
                    .flatMap(mapping -> item(mapping, scope))
                    .ifPresent(items::add);
        }
        if (nodes.isEmpty() || nodes.size() > MAX_ITEMS) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            reader.placeOf("sequence"),
                            "a sequence of " + nodes.size() + " items",
                            "write from 1 to " + MAX_ITEMS + " items");
        }
        Duration within = within(reader, scope);
        var per = new CorrelationReader(scope).read(reader);
        return items.isEmpty() ? Optional.empty() : Optional.of(new Trigger.Sequence(List.copyOf(items), within, per));
    }

    private static Optional<SequenceItem> item(YamlMapping mapping, JourneyScope scope) {
        var reader = scope.reader(mapping);
        Optional<String> kind = reader.oneOf("an item of 'sequence'", List.of("event", "any_of", "none_of"));
        Optional<SequenceItem> item =
                kind.flatMap(name -> name.equals("none_of") ? absence(reader, scope) : occurrence(reader, name, scope));
        reader.refuseOthers("this item of the sequence");
        return item;
    }

    private static Optional<SequenceItem> absence(MappingReader reader, JourneyScope scope) {
        List<EventMatch> noneOf = reader.node("none_of")
                .map(node -> new EventMatches(scope).listOf(node, "none_of", Use.TRIGGER))
                .orElse(List.of());
        reader.require("'none_of'", "for");
        Duration lasting = reader.node("for")
                .flatMap(node -> Durations.read(scope.values(), node, "for"))
                .orElse(Durations.ONE_SECOND);
        return noneOf.isEmpty()
                ? emptyList(reader, "none_of", scope)
                : Optional.of(scope.places().put(new SequenceItem.Absence(noneOf, lasting), reader.place()));
    }

    private static Optional<SequenceItem> occurrence(MappingReader reader, String kind, JourneyScope scope) {
        var matches = new EventMatches(scope);
        List<EventMatch> anyOf = kind.equals("event")
                ? matches.of(reader, Use.TRIGGER).stream().toList()
                : reader.node(kind)
                        .map(node -> matches.listOf(node, kind, Use.TRIGGER))
                        .orElse(List.of());
        String as = scope.names().read(reader);
        int times = reader.number("times", 1, MAX_TIMES).orElse(1);
        Duration within = within(reader, scope);
        if (anyOf.isEmpty()) {
            return kind.equals("event") ? Optional.empty() : emptyList(reader, kind, scope);
        }
        Set<String> events = anyOf.stream().map(EventMatch::event).collect(Collectors.toUnmodifiableSet());
        scope.names().capture(as, events, times > 1);
        SequenceItem item = new SequenceItem.Occurrence(anyOf, as, times, within);
        scope.places().put(item, reader.place());
        scope.places().putKey(item, "as", reader.placeOf("as"));
        return Optional.of(item);
    }

    private static Optional<SequenceItem> emptyList(MappingReader reader, String key, JourneyScope scope) {
        scope.findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        reader.placeOf(key),
                        "'" + key + "' names no event",
                        "name at least one");
        return Optional.empty();
    }

    private static Duration within(MappingReader reader, JourneyScope scope) {
        return reader.node("within")
                .flatMap(node -> Durations.read(scope.values(), node, "within"))
                .orElse(SequenceItem.UNBOUNDED);
    }
}
