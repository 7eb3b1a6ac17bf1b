package dev.sendero.rules.project;

import dev.sendero.rules.plan.Derivation;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.plan.PlannedEvent;
import dev.sendero.rules.plan.PropertyType;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code derive: {Product Ordered: {from: Order Completed, each: products}}}. */
final class MadeEventsReader {

    private final ValueReader values;
    private final SortedMap<String, PlannedEvent> sent;
    private final Set<String> made = new TreeSet<>();
    private final SortedMap<String, Derivation> derivations = new TreeMap<>();

    /** @param sent the events that are declared; empty when none is, and then any may be sent */
    MadeEventsReader(ValueReader values, SortedMap<String, PlannedEvent> sent) {
        this.values = values;
        this.sent = sent;
    }

    MadeEvents read(MappingReader reader) {
        Optional<YamlMapping> derive = reader.mapping("derive");
        derive.ifPresent(mapping -> mapping.entries().forEach(entry -> made.add(entry.name())));
        derive.ifPresent(mapping -> mapping.entries().forEach(this::derivation));
        reader.notYet("fan_out");
        return new MadeEvents(Collections.unmodifiableSortedMap(derivations));
    }

    private void derivation(YamlMapping.Entry entry) {
        Optional<YamlMapping> mapping = values.mapping(entry.value(), entry.name());
        if (mapping.isEmpty()) {
            return;
        }
        String what = "an event that is made";
        var reader = new MappingReader(mapping.get(), values);
        reader.require(what, "from", "each");
        Optional<YamlScalar> from = reader.scalar("from");
        Optional<YamlScalar> each = reader.scalar("each");
        reader.refuseOthers(what);
        if (from.isEmpty() || each.isEmpty()) {
            return;
        }
        String source = from.get().text();
        if (made.contains(source)) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            from.get().place(),
                            "'" + source + "' is made from another event itself",
                            "name an event that is sent");
            return;
        }
        requireKnown(from.get());
        requireList(source, each.get());
        derivations.put(
                entry.name(), new Derivation(entry.name(), source, each.get().text()));
    }

    private void requireList(String event, YamlScalar each) {
        PlannedEvent planned = sent.get(event);
        PropertyType type =
                planned == null ? PropertyType.ANY : planned.properties().getOrDefault(each.text(), PropertyType.ANY);
        if (type != PropertyType.LIST && type != PropertyType.ANY) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            each.place(),
                            "'" + each.text() + "' of '" + event + "' is a " + type.word(),
                            "name a property that is a list");
        }
    }

    private void requireKnown(YamlScalar event) {
        var known = new TreeSet<>(sent.keySet());
        known.addAll(made);
        if (!sent.isEmpty() && !known.contains(event.text())) {
            Place place = event.place();
            values.findings()
                    .error(
                            ProblemCode.UNKNOWN_EVENT,
                            place,
                            "no event '" + event.text() + "' in events.yaml",
                            DidYouMean.hint(event.text(), known));
        }
    }
}
