package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.Contiguity;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Repetition;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code times}, {@code between}, {@code greedy}, {@code optional} and {@code until} of a stage. */
final class RepetitionReader {

    private static final int MAX_TIMES = 1_000;

    private final JourneyScope scope;

    RepetitionReader(JourneyScope scope) {
        this.scope = scope;
    }

    /** @param events what the stage may be, by name; empty for a group */
    Repetition read(MappingReader reader, Set<String> events) {
        Repetition times = reader.node("times").map(this::times).orElse(Repetition.ONCE);
        Contiguity between = Words.read(
                reader,
                "between",
                Map.of(
                        Contiguity.NEXT.word(), Contiguity.NEXT,
                        Contiguity.FOLLOWED_BY.word(), Contiguity.FOLLOWED_BY,
                        Contiguity.FOLLOWED_BY_ANY.word(), Contiguity.FOLLOWED_BY_ANY),
                Contiguity.FOLLOWED_BY);
        List<EventMatch> until =
                reader.node("until").map(node -> until(node, events)).orElse(List.of());
        return new Repetition(
                times.from(),
                times.to(),
                between,
                reader.flag("greedy").orElse(false),
                reader.flag("optional").orElse(false),
                until);
    }

    private Repetition times(YamlNode node) {
        if (node instanceof YamlScalar scalar && scalar.text().equals("one_or_more")) {
            return of(1, Repetition.UNBOUNDED);
        }
        if (!(node instanceof YamlMapping mapping)) {
            int times = scope.values().number(node, "times", 1, MAX_TIMES).orElse(1);
            return of(times, times);
        }
        var reader = scope.reader(mapping);
        reader.require("'times'", "from");
        int from = reader.number("from", 1, MAX_TIMES).orElse(1);
        int to = reader.has("to") ? reader.number("to", 1, MAX_TIMES).orElse(MAX_TIMES) : Repetition.UNBOUNDED;
        reader.refuseOthers("'times'");
        if (to < from) {
            scope.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            reader.placeOf("to"),
                            "'times' is from " + from + " to " + to,
                            "write the smaller number first; for none at all add 'optional: true'");
            return of(from, from);
        }
        return of(from, to);
    }

    private static Repetition of(int from, int to) {
        return new Repetition(from, to, Contiguity.FOLLOWED_BY, false, false, List.of());
    }

    /** An event, several, or a condition on the stage's own events. */
    private List<EventMatch> until(YamlNode node, Set<String> events) {
        var matches = new EventMatches(scope);
        if (node instanceof YamlScalar) {
            return scope.values().scalar(node, "until").stream()
                    .map(name -> scope.places().put(new EventMatch(name.text(), Condition.ALWAYS), name.place()))
                    .toList();
        }
        if (!(node instanceof YamlMapping mapping)) {
            return matches.listOf(node, "until", Use.TRIGGER);
        }
        var reader = scope.reader(mapping);
        if (reader.has("event") || events.isEmpty()) {
            reader.require("'until'", "event");
            Optional<EventMatch> match = matches.of(reader, Use.TRIGGER);
            reader.refuseOthers("'until'");
            return match.stream().toList();
        }
        reader.require("'until'", "where");
        Optional<Condition> where = reader.node("where").map(condition -> scope.expressions()
                .condition(condition, "where", scope.names().vocabulary(Use.TRIGGER, events)));
        reader.refuseOthers("'until'");
        return where.stream()
                .flatMap(condition -> events.stream().sorted().map(event -> scope.places()
                        .put(new EventMatch(event, condition), mapping.place())))
                .toList();
    }
}
