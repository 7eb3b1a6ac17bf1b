package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code event} with {@code where}, and lists of them. */
final class EventMatches {

    private final JourneyScope scope;

    EventMatches(JourneyScope scope) {
        this.scope = scope;
    }

    /** The {@code event} and {@code where} of a mapping that may have other keys too. */
    Optional<EventMatch> of(MappingReader reader, Use use) {
        return of(reader, "event", use);
    }

    /** Where the event's name stands under another key than {@code event}. */
    Optional<EventMatch> of(MappingReader reader, String key, Use use) {
        Optional<YamlScalar> event = reader.scalar(key);
        Condition where = reader.node("where")
                .map(node -> scope.expressions()
                        .condition(
                                node,
                                "where",
                                scope.names()
                                        .vocabulary(
                                                use,
                                                event.map(YamlScalar::text)
                                                        .map(Set::of)
                                                        .orElse(Set.of()))))
                .orElse(Condition.ALWAYS);
        return event.map(name -> named(name, where));
    }

    /** A list of names, or of mappings with {@code event} and {@code where}. */
    List<EventMatch> listOf(YamlNode node, String name, Use use) {
        var matches = new ArrayList<EventMatch>();
        for (YamlNode item : scope.values().list(node, name).orElse(List.of())) {
            if (item instanceof YamlMapping mapping) {
                var reader = new MappingReader(mapping, scope.values());
                reader.require("an entry of '" + name + "'", "event");
                of(reader, use).ifPresent(matches::add);
                reader.refuseOthers("an entry of '" + name + "'");
            } else {
                scope.values()
                        .scalar(item, "an entry of '" + name + "'")
                        .ifPresent(event -> matches.add(named(event, Condition.ALWAYS)));
            }
        }
        return matches;
    }

    private EventMatch named(YamlScalar event, Condition where) {
        Place place = event.place();
        return scope.places().put(new EventMatch(event.text(), where), place);
    }
}
