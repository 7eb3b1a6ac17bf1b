package dev.sendero.rules.language;

import java.util.List;

/** What may stand behind a key or in a list. */
public sealed interface Value {

    /** A single value of some kind. */
    enum Single implements Value {
        /** A name, an id, an address: any text, or what YAML takes for a number. */
        TEXT("text", ""),
        /** A text for people. */
        PROSE("text", ""),
        /** A text in which {@code {{ … }}} and {@code {% … %}} are Liquid. */
        LIQUID("text with Liquid", ""),
        DURATION("duration", "([0-9]{1,9}[smhdw])+"),
        SHARE("percentage", "[0-9]{1,3}(\\.[0-9]{1,2})? ?%"),
        CONDITION("condition", ""),
        EXPRESSION("expression", ""),
        /** A time of the day. */
        TIME("time", "[0-9]{1,2}:[0-9]{2}"),
        /** A time of a journey test. */
        TEST_TIME("time", "(\\+[0-9]{1,4}d\\s+)?[0-9]{1,2}:[0-9]{2}(:[0-9]{2})?"),
        DATE("date", "[0-9]{4}-[0-9]{2}-[0-9]{2}"),
        FLAG("true or false", ""),
        /** A key without a value. */
        NOTHING("nothing", ""),
        /** Any value, also lists and mappings. */
        ANYTHING("any value", "");

        private final String word;
        private final String pattern;

        Single(String word, String pattern) {
            this.word = word;
            this.pattern = pattern;
        }

        /** What people call it, such as {@code duration}. */
        public String word() {
            return word;
        }

        /** The regular expression of the whole text; empty where any text will do. */
        public String pattern() {
            return pattern;
        }
    }

    /** A whole number; both bounds are included. */
    record Number(int least, int most) implements Value {}

    /** One of a few words, in the order in which people should read them. */
    record Words(List<String> words) implements Value {}

    /** A mapping of one form. @param form its name */
    record Mapping(String form) implements Value {}

    /** @param least items at least */
    record ListOf(Value item, int least) implements Value {}

    /** A mapping whose keys are names that the author gives. */
    record MapOf(Value each) implements Value {}

    /** One of several. */
    record Either(List<Value> values) implements Value {}

    static Value words(String... words) {
        return new Words(List.of(words));
    }

    static Value form(String name) {
        return new Mapping(name);
    }

    static Value listOf(Value item) {
        return new ListOf(item, 0);
    }

    static Value atLeastOne(Value item) {
        return new ListOf(item, 1);
    }

    static Value mapOf(Value each) {
        return new MapOf(each);
    }

    static Value either(Value... values) {
        return new Either(List.of(values));
    }
}
