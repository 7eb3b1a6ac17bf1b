package dev.sendero.rules.yaml;

import dev.sendero.rules.language.Language;
import dev.sendero.rules.problem.DidYouMean;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Place;
import dev.sendero.rules.problem.ProblemCode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads a mapping key by key. Keys that nobody asked for are reported at the end, by {@link #refuseOthers}. */
public final class MappingReader {

    private final YamlMapping mapping;
    private final ValueReader values;
    private final Set<String> known = new LinkedHashSet<>();
    private final Set<String> later = new LinkedHashSet<>();

    public MappingReader(YamlMapping mapping, ValueReader values) {
        this.mapping = mapping;
        this.values = values;
    }

    public Place place() {
        return mapping.place();
    }

    public ValueReader values() {
        return values;
    }

    public boolean has(String key) {
        known.add(key);
        return mapping.entry(key).isPresent();
    }

    public Optional<YamlNode> node(String key) {
        known.add(key);
        return mapping.get(key);
    }

    /** Where a key's value stands; the mapping itself where there is no such key. */
    public Place placeOf(String key) {
        return mapping.get(key).map(YamlNode::place).orElse(mapping.place());
    }

    public Optional<YamlScalar> scalar(String key) {
        return node(key).flatMap(node -> values.scalar(node, key));
    }

    /** A text that people will read. */
    public Optional<YamlScalar> prose(String key) {
        return node(key).flatMap(node -> values.prose(node, key));
    }

    public Optional<YamlMapping> mapping(String key) {
        return node(key).flatMap(node -> values.mapping(node, key));
    }

    public Optional<List<YamlNode>> list(String key) {
        return node(key).flatMap(node -> values.list(node, key));
    }

    public Optional<Boolean> flag(String key) {
        return node(key).flatMap(node -> values.flag(node, key));
    }

    public Optional<Integer> number(String key, int least, int most) {
        return node(key).flatMap(node -> values.number(node, key, least, most));
    }

    /** Reports keys that are not there. @param what the thing that must have them, such as {@code an email} */
    public void require(String what, String... keys) {
        for (String key : keys) {
            if (!has(key)) {
                findings()
                        .error(
                                ProblemCode.MISSING_KEY,
                                mapping.place(),
                                what + " has no '" + key + "'",
                                "add '" + key + ":'");
            }
        }
    }

    /** The one key of several that is there; none or more than one is reported. */
    public Optional<String> oneOf(String what, Collection<String> keys) {
        known.addAll(keys);
        List<YamlScalar> present = mapping.entries().stream()
                .filter(entry -> keys.contains(entry.name()))
                .map(YamlMapping.Entry::key)
                .toList();
        if (present.isEmpty()) {
            findings()
                    .error(
                            ProblemCode.MISSING_KEY,
                            mapping.place(),
                            what + " has none of " + String.join(", ", keys),
                            "add one of them");
            return Optional.empty();
        }
        for (YamlScalar other : present.subList(1, present.size())) {
            findings()
                    .error(
                            ProblemCode.CONFLICTING_KEYS,
                            other.place(),
                            "'" + other.text() + "' beside '" + present.get(0).text() + "'",
                            "write one of the two");
        }
        return Optional.of(present.get(0).text());
    }

    /** Names keys of the language that this version does not have. */
    public void notYet(String... keys) {
        later.addAll(List.of(keys));
    }

    /** Reports what was not asked for. @param what the thing that was read, such as {@code a journey} */
    public void refuseOthers(String what) {
        assert findings().hasErrors() || Language.missing(what, known).isEmpty() : Language.missing(what, known);
        for (YamlMapping.Entry entry : mapping.entries()) {
            if (later.contains(entry.name())) {
                findings()
                        .error(
                                ProblemCode.NOT_YET_SUPPORTED,
                                entry.key().place(),
                                "'" + entry.name() + "' is not supported yet",
                                "remove it for now");
            } else if (!known.contains(entry.name())) {
                findings()
                        .error(
                                ProblemCode.UNKNOWN_KEY,
                                entry.key().place(),
                                what + " has no key '" + entry.name() + "'",
                                DidYouMean.hint(entry.name(), new TreeSet<>(known)));
            }
        }
    }

    private Findings findings() {
        return values.findings();
    }
}
