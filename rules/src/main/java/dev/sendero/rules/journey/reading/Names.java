package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.CapturedItem;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.MappingReader;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The names that a journey gives to events with {@code as}, as far as it has been read. */
final class Names {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    private static final Set<String> TAKEN = Set.of(
            "event", "profile", "run", "now", "trigger", "count", "sum", "duration", "has", "in", "true", "false");

    private final Map<String, CapturedItem> captured = new TreeMap<>();

    /** The {@code as} of a mapping; empty when it has none or none that can be used. */
    String read(MappingReader reader) {
        Optional<YamlScalar> name = reader.scalar("as");
        if (name.isEmpty()) {
            return "";
        }
        String text = name.get().text();
        if (NAME.matcher(text).matches() && !TAKEN.contains(text)) {
            return text;
        }
        reader.values()
                .findings()
                .error(
                        ProblemCode.WRONG_VALUE,
                        name.get().place(),
                        TAKEN.contains(text) ? "the name '" + text + "' is taken" : "'" + text + "' is no name",
                        "write letters, digits and underscores, such as 'added'");
        return "";
    }

    void capture(String name, Set<String> events, boolean repeated) {
        if (!name.isEmpty()) {
            captured.put(name, new CapturedItem(events, repeated));
        }
    }

    Set<String> all() {
        return Set.copyOf(captured.keySet());
    }

    /** @param events what {@code event} may be; empty where it is nothing or anything */
    Vocabulary vocabulary(Use use, Set<String> events) {
        return new Vocabulary(use, events, new TreeMap<>(captured));
    }
}
