package dev.sendero.rules.trait.reading;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.reading.Durations;
import dev.sendero.rules.journey.reading.Expressions;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.trait.TraitRule;
import dev.sendero.rules.trait.TraitRule.OfValue.Kind;
import dev.sendero.rules.trait.TraitRule.Points.Scored;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads how one trait comes about, from a table of kinds. */
final class TraitRuleReader {

    private static final int DEFAULT_KEEP = 20;
    private static final int MOST_KEPT = 100;

    private static final Map<String, Kind> OF_VALUE = Map.of(
            "sum", Kind.SUM,
            "min", Kind.MIN,
            "max", Kind.MAX,
            "most_frequent", Kind.MOST_FREQUENT,
            "first", Kind.FIRST,
            "last", Kind.LAST);

    private final Map<String, RuleReader> kinds = new TreeMap<>();
    private final Expressions expressions;
    private final EventNames eventNames;
    private final ValueReader values;

    private interface RuleReader {
        Optional<TraitRule> read(MappingReader reader);
    }

    TraitRuleReader(Expressions expressions, TrackingPlan plan, ValueReader values) {
        this.expressions = expressions;
        this.eventNames = new EventNames(plan, values);
        this.values = values;
        kinds.put("count", this::count);
        kinds.put("points", this::points);
        kinds.put("collect", this::collect);
        OF_VALUE.forEach((word, kind) -> kinds.put(word, reader -> ofValue(reader, word, kind)));
    }

    /** Empty for a rule with an error. */
    Optional<TraitRule> read(YamlMapping.Entry trait) {
        Optional<YamlMapping> mapping = values.mapping(trait.value(), trait.name());
        if (mapping.isEmpty()) {
            return Optional.empty();
        }
        int errors = values.findings().problems().size();
        var reader = new MappingReader(mapping.get(), values);
        Optional<TraitRule> rule = reader.oneOf("a trait", new TreeSet<>(kinds.keySet()))
                .map(kinds::get)
                .flatMap(kind -> kind.read(reader));
        reader.refuseOthers("this trait");
        return values.findings().problems().size() == errors ? rule : Optional.empty();
    }

    private Optional<TraitRule> count(MappingReader reader) {
        return Optional.of(new TraitRule.Count(matches(reader, "count"), over(reader)));
    }

    private Optional<TraitRule> ofValue(MappingReader reader, String word, Kind kind) {
        reader.require("'" + word + "'", "of");
        List<EventMatch> events = matches(reader, "of");
        Optional<Expression> value =
                reader.node(word).flatMap(node -> expressions.value(node, word, vocabulary(events)));
        Duration over = kind == Kind.FIRST ? TraitRule.ALWAYS : over(reader);
        boolean money = kind.isOfNumbers() && reader.flag("money").orElse(true);
        return value.map(found -> new TraitRule.OfValue(kind, found, events, over, money));
    }

    private Optional<TraitRule> points(MappingReader reader) {
        List<Scored> scores = new ArrayList<>();
        reader.mapping("points").ifPresent(mapping -> mapping.entries().forEach(entry -> {
            eventNames.check(entry.key());
            number(entry.value(), entry.name())
                    .ifPresent(
                            points -> scores.add(new Scored(new EventMatch(entry.name(), Condition.ALWAYS), points)));
        }));
        return Optional.of(new TraitRule.Points(List.copyOf(scores), over(reader)));
    }

    private Optional<TraitRule> collect(MappingReader reader) {
        reader.require("'collect'", "by");
        List<EventMatch> added = matches(reader, "collect");
        String by = reader.scalar("by").map(YamlScalar::text).orElse("");
        return Optional.of(new TraitRule.Collect(
                added,
                by,
                plainMatches(reader, "remove"),
                plainMatches(reader, "clear"),
                reader.number("keep", 1, MOST_KEPT).orElse(DEFAULT_KEEP)));
    }

    private Duration over(MappingReader reader) {
        return reader.node("over")
                .flatMap(node -> Durations.read(values, node, "over"))
                .orElse(TraitRule.ALWAYS);
    }

    /** The events of a key, under the trait's {@code where}. */
    private List<EventMatch> matches(MappingReader reader, String key) {
        List<EventMatch> plain = plainMatches(reader, key);
        Optional<YamlNode> where = reader.node("where");
        if (where.isEmpty()) {
            return plain;
        }
        Condition condition = expressions.condition(where.get(), "where", vocabulary(plain));
        return plain.stream()
                .map(match -> new EventMatch(match.event(), condition))
                .toList();
    }

    private List<EventMatch> plainMatches(MappingReader reader, String key) {
        return reader.node(key).map(node -> eventNames.read(node, key)).orElse(List.of()).stream()
                .map(name -> new EventMatch(name, Condition.ALWAYS))
                .toList();
    }

    private static Vocabulary vocabulary(List<EventMatch> events) {
        Set<String> names = events.stream().map(EventMatch::event).collect(Collectors.toSet());
        return new Vocabulary(Use.EVENT, names, Map.of());
    }

    private Optional<BigDecimal> number(YamlNode node, String name) {
        Optional<YamlScalar> scalar = values.scalar(node, name);
        if (scalar.isPresent() && scalar.get().kind() == YamlScalar.Kind.NUMBER) {
            return Optional.of(new BigDecimal(scalar.get().text()));
        }
        scalar.ifPresent(other -> values.findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        other.place(),
                        "'" + other.text() + "' is no number of points",
                        "write a number, such as 5"));
        return Optional.empty();
    }
}
