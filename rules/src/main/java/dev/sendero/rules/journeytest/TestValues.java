package dev.sendero.rules.journeytest;

import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values of a mapping as JSON has them. */
final class TestValues {

    private TestValues() {}

    static Map<String, Object> of(YamlMapping mapping) {
        var values = new LinkedHashMap<String, Object>();
        mapping.entries()
                .forEach(entry -> ValueReader.json(entry.value()).ifPresent(value -> values.put(entry.name(), value)));
        return Collections.unmodifiableMap(values);
    }
}
