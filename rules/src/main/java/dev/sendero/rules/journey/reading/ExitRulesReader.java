package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.ExitRule;
import dev.sendero.rules.journey.ExitRule.ScopeOfExit;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads {@code exit}: a list of {@code {event, where, scope}} and {@code {when}}. */
final class ExitRulesReader {

    private final JourneyScope scope;

    ExitRulesReader(JourneyScope scope) {
        this.scope = scope;
    }

    List<ExitRule> read(YamlNode node) {
        var rules = new ArrayList<ExitRule>();
        for (YamlNode item : scope.values().list(node, "exit").orElse(List.of())) {
            scope.values()
                    .mapping(item, "an entry of 'exit'")
                    .flatMap(this::rule)
                    .ifPresent(rules::add);
        }
        return List.copyOf(rules);
    }

    private Optional<ExitRule> rule(YamlMapping mapping) {
        var reader = scope.reader(mapping);
        Optional<String> kind = reader.oneOf("an entry of 'exit'", List.of("event", "when"));
        Optional<ExitRule> rule = Optional.empty();
        if (kind.isPresent() && kind.get().equals("event")) {
            ScopeOfExit scopeOfExit = Words.read(
                    reader, "scope", Map.of("run", ScopeOfExit.RUN, "customer", ScopeOfExit.CUSTOMER), ScopeOfExit.RUN);
            rule = new EventMatches(scope)
                    .of(reader, Use.EVENT_IN_RUN)
                    .map(match -> new ExitRule.OnEvent(match, scopeOfExit));
        } else if (kind.isPresent()) {
            rule = reader.node("when")
                    .map(node -> new ExitRule.OnCondition(scope.expressions()
                            .condition(node, "when", scope.names().vocabulary(Use.RUN, Set.of()))));
        }
        reader.refuseOthers("an entry of 'exit'");
        return rule;
    }
}
