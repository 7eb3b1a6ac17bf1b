package dev.sendero.rules.journey.reading;

import dev.sendero.api.Hash;
import dev.sendero.rules.yaml.YamlMapping;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import dev.sendero.rules.yaml.YamlSequence;
import java.util.Comparator;
import java.util.Set;

/** What stays of a journey file when order of keys, quotes, comments and layout are taken away: what its version is made of. */
final class CanonicalForm {

    /** Keys of a journey that may change while the version stays. */
    private static final Set<String> NOT_STRUCTURE = Set.of("title", "stage", "priority", "state", "migrate");

    private final StringBuilder text = new StringBuilder();

    private CanonicalForm() {}

    /** 8 hexadecimal digits. */
    static String versionOf(YamlMapping journey) {
        var form = new CanonicalForm();
        form.appendMapping(journey, NOT_STRUCTURE);
        return Hash.of(8, "journey", form.text.toString());
    }

    private void append(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            appendMapping(mapping, Set.of());
        } else if (node instanceof YamlSequence sequence) {
            text.append('[');
            sequence.items().forEach(this::append);
            text.append(']');
        } else {
            appendScalar((YamlScalar) node);
        }
    }

    private void appendMapping(YamlMapping mapping, Set<String> left) {
        text.append('{');
        mapping.entries().stream()
                .filter(entry -> !left.contains(entry.name()))
                .sorted(Comparator.comparing(YamlMapping.Entry::name))
                .forEach(entry -> {
                    appendText(entry.name());
                    append(entry.value());
                });
        text.append('}');
    }

    private void appendScalar(YamlScalar scalar) {
        text.append(scalar.kind().name());
        appendText(scalar.isNothing() ? "" : scalar.text());
    }

    /** With its length, so that no text can look like structure. */
    private void appendText(String value) {
        text.append(value.length()).append(':').append(value);
    }
}
