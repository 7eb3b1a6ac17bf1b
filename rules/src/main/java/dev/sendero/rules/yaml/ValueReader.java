package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads single values as what they should be, and reports those that are something else. */
public final class ValueReader {

    private final Findings findings;

    public ValueReader(Findings findings) {
        this.findings = findings;
    }

    public Findings findings() {
        return findings;
    }

    /** A text, number, true or false. @param name what the value is called in messages */
    public Optional<YamlScalar> scalar(YamlNode node, String name) {
        if (node instanceof YamlScalar scalar && !scalar.isNothing()) {
            return Optional.of(scalar);
        }
        return refuse(node, name, "a single value");
    }

    /** A text that people will read; a comment that may be a part of it is reported. */
    public Optional<YamlScalar> prose(YamlNode node, String name) {
        Optional<YamlScalar> scalar = scalar(node, name);
        scalar.ifPresent(this::reportCutOff);
        return scalar;
    }

    public Optional<YamlMapping> mapping(YamlNode node, String name) {
        return node instanceof YamlMapping mapping ? Optional.of(mapping) : refuse(node, name, "keys with values");
    }

    public Optional<List<YamlNode>> list(YamlNode node, String name) {
        return node instanceof YamlSequence sequence ? Optional.of(sequence.items()) : refuse(node, name, "a list");
    }

    public Optional<Boolean> flag(YamlNode node, String name) {
        return node instanceof YamlScalar scalar && scalar.kind() == YamlScalar.Kind.BOOLEAN
                ? Optional.of(scalar.text().equalsIgnoreCase("true"))
                : refuse(node, name, "true or false");
    }

    /** A whole number between two bounds, both included. */
    public Optional<Integer> number(YamlNode node, String name, int least, int most) {
        Optional<YamlScalar> scalar = scalar(node, name);
        if (scalar.isEmpty()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(scalar.get().text());
            if (number >= least && number <= most) {
                return Optional.of(number);
            }
        } catch (NumberFormatException noNumber) {
            // Reported below, like a number out of bounds.
        }
        findings.error(
                ProblemCode.WRONG_VALUE,
                node.place(),
                "'" + name + "' is '" + scalar.get().text() + "'",
                "write a whole number from " + least + " to " + most);
        return Optional.empty();
    }

    /** The value as JSON has it: String, Boolean, Long, Double, List, Map; keys without a value are left out. */
    public static Optional<Object> json(YamlNode node) {
        if (node instanceof YamlMapping mapping) {
            Map<String, Object> values = new LinkedHashMap<>();
            mapping.entries().forEach(entry -> json(entry.value()).ifPresent(value -> values.put(entry.name(), value)));
            return Optional.of(values);
        }
        if (node instanceof YamlSequence sequence) {
            List<Object> values = new ArrayList<>();
            sequence.items().forEach(item -> json(item).ifPresent(values::add));
            return Optional.of(values);
        }
        return jsonOf((YamlScalar) node);
    }

    private static Optional<Object> jsonOf(YamlScalar scalar) {
        return switch (scalar.kind()) {
            case NOTHING -> Optional.empty();
            case BOOLEAN -> Optional.of(scalar.text().equalsIgnoreCase("true"));
            case TEXT -> Optional.of(scalar.text());
            case NUMBER -> Optional.of(numberOf(scalar.text()));
        };
    }

    /** A number beyond what JSON's readers take stays a text. */
    private static Object numberOf(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException fraction) {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : text;
        }
    }

    /** @param expected such as {@code a list} */
    public <T> Optional<T> refuse(YamlNode node, String name, String expected) {
        boolean nothing = node instanceof YamlScalar scalar && scalar.isNothing();
        findings.error(
                ProblemCode.WRONG_TYPE,
                node.place(),
                called(name) + (nothing ? " has no value" : " is " + node.describe()),
                "write " + expected + (nothing ? ", or remove the key" : ""));
        return Optional.empty();
    }

    /** Keys in quotes, and what is described in words as it is. */
    private static String called(String name) {
        return name.indexOf(' ') < 0 ? "'" + name + "'" : name;
    }

    /** A plain text that ends with one space and a comment was hardly meant to: {@code text: Order # 5}. */
    private void reportCutOff(YamlScalar scalar) {
        String line = findings.source().line(scalar.place().line());
        int start = line.offsetByCodePoints(
                0, Math.min(scalar.place().column() - 1, line.codePointCount(0, line.length())));
        int end = start + scalar.text().length();
        if (!scalar.plain() || !line.startsWith(scalar.text(), start)) {
            return;
        }
        String rest = line.substring(end);
        if (rest.startsWith(" #")) {
            findings.error(
                    ProblemCode.YAML_TRAP,
                    scalar.placeOf(scalar.text().codePointCount(0, scalar.text().length()), 1),
                    "' #' begins a comment, so the text ends here",
                    (line.substring(0, start) + LineRepair.quoted(scalar.text() + rest.stripTrailing())).strip());
        }
    }
}
