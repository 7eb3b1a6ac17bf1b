package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import java.util.List;
import java.util.Optional;

/**
 * Keys and their values.
 *
 * @param entries in the order of the file; no key twice
 */
public record YamlMapping(Place place, List<Entry> entries) implements YamlNode {

    public record Entry(YamlScalar key, YamlNode value) {

        public String name() {
            return key.text();
        }
    }

    public Optional<Entry> entry(String name) {
        return entries.stream().filter(entry -> entry.name().equals(name)).findFirst();
    }

    public Optional<YamlNode> get(String name) {
        return entry(name).map(Entry::value);
    }

    /** The same without one key. */
    public YamlMapping without(String name) {
        return new YamlMapping(
                place,
                entries.stream().filter(entry -> !entry.name().equals(name)).toList());
    }

    @Override
    public String describe() {
        return "a mapping";
    }
}
