package dev.sendero.rules.project;

import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.plan.PlannedEvent;
import dev.sendero.rules.plan.PropertyType;
import dev.sendero.rules.plan.TrackingPlan;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Arrays;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code events.yaml}: {@code events: {Product Added: {properties: {price: number}}}}, and what is made of these. */
final class PlanReader {

    private final ValueReader values;

    PlanReader(Findings findings) {
        this.values = new ValueReader(findings);
    }

    /** What a file that cannot be read declares is not known, so nothing is checked against it. */
    TrackingPlan read() {
        Optional<YamlMapping> root =
                YamlReader.read(values.findings()).flatMap(node -> values.mapping(node, "events.yaml"));
        if (root.isEmpty()) {
            return TrackingPlan.NONE;
        }
        var reader = new MappingReader(root.get(), values);
        var events = new TreeMap<String, PlannedEvent>();
        reader.mapping("events").ifPresent(mapping -> mapping.entries()
                .forEach(entry -> events.put(
                        entry.name(), new PlannedEvent(entry.name(), properties(entry.name(), entry.value())))));
        MadeEvents made =
                new MadeEventsReader(values, Collections.unmodifiableSortedMap(new TreeMap<>(events))).read(reader);
        reader.refuseOthers("events.yaml");
        made.names()
                .forEach(
                        name -> events.computeIfAbsent(name, it -> new PlannedEvent(it, Collections.emptySortedMap())));
        return new TrackingPlan(reader.has("events"), Collections.unmodifiableSortedMap(events), made);
    }

    private SortedMap<String, PropertyType> properties(String event, YamlNode node) {
        if (node instanceof YamlScalar scalar && scalar.isNothing()) {
            return Collections.emptySortedMap();
        }
        Optional<YamlMapping> mapping = values.mapping(node, event);
        var properties = new TreeMap<String, PropertyType>();
        mapping.ifPresent(present -> {
            var reader = new MappingReader(present, values);
            reader.prose("description");
            reader.mapping("properties").ifPresent(typed -> typed.entries()
                    .forEach(entry -> type(entry).ifPresent(type -> properties.put(entry.name(), type))));
            reader.refuseOthers("an event of events.yaml");
        });
        return Collections.unmodifiableSortedMap(properties);
    }

    private Optional<PropertyType> type(YamlMapping.Entry property) {
        Optional<YamlScalar> word = values.scalar(property.value(), property.name());
        Optional<PropertyType> type = word.flatMap(written -> PropertyType.ofWord(written.text()));
        if (word.isPresent() && type.isEmpty()) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            word.get().place(),
                            "no type '" + word.get().text() + "'",
                            DidYouMean.hint(
                                    word.get().text(),
                                    Arrays.stream(PropertyType.values())
                                            .map(PropertyType::word)
                                            .toList()));
        }
        return type;
    }
}
