package dev.sendero.rules.journey.reading;

import dev.sendero.rules.journey.Utm;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import java.util.Collections;
import java.util.Optional;
import java.util.TreeMap;

/** Reads {@code utm: {source, medium, campaign, content, term}}, {@code utm: true} and {@code utm: false}. */
public final class UtmReader {

    private UtmReader() {}

    public static Optional<Utm> read(ValueReader values, YamlNode node) {
        if (!(node instanceof YamlMapping mapping)) {
            return values.flag(node, "utm").map(on -> new Utm(on, Collections.emptySortedMap()));
        }
        var reader = new MappingReader(mapping, values);
        var given = new TreeMap<String, String>();
        Utm.PARTS.forEach(part -> reader.scalar(part).ifPresent(value -> given.put(part, value.text())));
        reader.refuseOthers("'utm'");
        return Optional.of(new Utm(true, Collections.unmodifiableSortedMap(given)));
    }
}
