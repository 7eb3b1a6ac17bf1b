package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.Correlation;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code per: cart_id} and {@code per: {property: cart_id, except: {Order Completed: checkout_id}}}. */
final class CorrelationReader {

    private final JourneyScope scope;

    CorrelationReader(JourneyScope scope) {
        this.scope = scope;
    }

    Correlation read(MappingReader trigger) {
        Optional<YamlNode> per = trigger.node("per");
        if (per.isEmpty()) {
            return Correlation.NONE;
        }
        if (!(per.get() instanceof YamlMapping mapping)) {
            return scope.values()
                    .scalar(per.get(), "per")
                    .map(property -> new Correlation(property.text(), Map.of()))
                    .orElse(Correlation.NONE);
        }
        var reader = scope.reader(mapping);
        reader.require("'per'", "property");
        String property = reader.scalar("property").map(YamlScalar::text).orElse("");
        var except = new TreeMap<String, String>();
        reader.mapping("except").ifPresent(entries -> entries.entries().forEach(entry -> scope.values()
                .scalar(entry.value(), entry.name())
                .ifPresent(other -> except.put(entry.name(), other.text()))));
        reader.refuseOthers("'per'");
        return property.isEmpty()
                ? Correlation.NONE
                : new Correlation(property, Collections.unmodifiableSortedMap(except));
    }
}
