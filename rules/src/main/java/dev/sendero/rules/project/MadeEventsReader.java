package dev.sendero.rules.project;

import dev.sendero.rules.journey.reading.Durations;
import dev.sendero.rules.plan.Derivation;
import dev.sendero.rules.plan.FanOut;
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
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads {@code derive: {Product Ordered: {from: Order Completed, each: products}}} and {@code fan_out: {Product Back In
 * Stock: {by: product_id, to: {event: Product Viewed, over: 30d, at_most: 100000}}}}.
 */
final class MadeEventsReader {

    private final ValueReader values;
    private final SortedMap<String, PlannedEvent> sent;
    private final Set<String> made = new TreeSet<>();
    private final SortedMap<String, Derivation> derivations = new TreeMap<>();
    private final SortedMap<String, FanOut> fanOuts = new TreeMap<>();

    /** @param sent the events that are declared; empty when none is, and then any may be sent */
    MadeEventsReader(ValueReader values, SortedMap<String, PlannedEvent> sent) {
        this.values = values;
        this.sent = sent;
    }

    MadeEvents read(MappingReader reader) {
        Optional<YamlMapping> derive = reader.mapping("derive");
        derive.ifPresent(mapping -> mapping.entries().forEach(entry -> made.add(entry.name())));
        derive.ifPresent(mapping -> mapping.entries().forEach(this::derivation));
        reader.mapping("fan_out").ifPresent(mapping -> mapping.entries().forEach(this::fanOut));
        return new MadeEvents(
                Collections.unmodifiableSortedMap(derivations), Collections.unmodifiableSortedMap(fanOuts));
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

    private void fanOut(YamlMapping.Entry entry) {
        Optional<YamlMapping> mapping = values.mapping(entry.value(), entry.name());
        if (mapping.isEmpty()) {
            return;
        }
        String what = "an event that reaches others";
        var reader = new MappingReader(mapping.get(), values);
        reader.require(what, "by", "to");
        Optional<YamlScalar> by = reader.scalar("by");
        Optional<YamlMapping> to = reader.mapping("to");
        reader.refuseOthers(what);
        if (made.contains(entry.name())) {
            values.findings()
                    .error(
                            ProblemCode.WRONG_VALUE,
                            entry.key().place(),
                            "'" + entry.name() + "' is made from another event itself",
                            "name an event that is sent");
            return;
        }
        requireKnown(entry.key());
        if (by.isPresent() && to.isPresent()) {
            interest(entry.name(), by.get().text(), to.get());
        }
    }

    private void interest(String event, String by, YamlMapping to) {
        var reader = new MappingReader(to, values);
        reader.require("'to'", "event", "over");
        Optional<YamlScalar> interest = reader.scalar("event");
        Optional<Duration> over = reader.node("over").flatMap(node -> Durations.read(values, node, "over"));
        int atMost = reader.number("at_most", 1, FanOut.MOST).orElse(FanOut.USUALLY_AT_MOST);
        reader.refuseOthers("'to'");
        interest.ifPresent(this::requireKnown);
        if (interest.isPresent() && over.isPresent()) {
            fanOuts.put(event, new FanOut(event, by, interest.get().text(), over.get(), atMost));
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
