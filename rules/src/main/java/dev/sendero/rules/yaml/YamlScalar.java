package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import java.util.regex.Pattern;

/**
 * A single value.
 *
 * @param text the value, without quotes and folded as YAML says
 * @param plain whether it stands without quotes; only then can it be a number, true, false or nothing
 * @param origin where each character comes from
 */
public record YamlScalar(Place place, String text, boolean plain, ScalarOrigin origin) implements YamlNode {

    /** What a value is, by the core schema of YAML 1.2: {@code yes}, {@code NO} and {@code on} are texts. */
    public enum Kind {
        TEXT("a text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NOTHING("nothing");

        private final String description;

        Kind(String description) {
            this.description = description;
        }

        public String description() {
            return description;
        }
    }

    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern BOOLEAN = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");

    public Kind kind() {
        if (!plain) {
            return Kind.TEXT;
        }
        if (NOTHING.matcher(text).matches()) {
            return Kind.NOTHING;
        }
        if (BOOLEAN.matcher(text).matches()) {
            return Kind.BOOLEAN;
        }
        return NUMBER.matcher(text).matches() ? Kind.NUMBER : Kind.TEXT;
    }

    public boolean isNothing() {
        return kind() == Kind.NOTHING;
    }

    /**
     * Where a part of the value stands in the file.
     *
     * @param offset in code points from the value's start, from 0; one behind the end is allowed
     * @param length in code points
     */
    public Place placeOf(int offset, int length) {
        return origin.placeOf(offset, length);
    }

    @Override
    public String describe() {
        return kind().description();
    }
}
