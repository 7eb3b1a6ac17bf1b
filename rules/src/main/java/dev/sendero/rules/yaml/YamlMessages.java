package dev.sendero.rules.yaml;

import java.util.Locale;

/** Says what the YAML library complains about in the words of people who write journeys. */
final class YamlMessages {

    /** @param text without a full stop; {@code hint} empty when there is nothing to add */
    record Message(String text, String hint) {}

    private YamlMessages() {}

    static Message of(String context, String problem) {
        String all = (context + " " + problem).toLowerCase(Locale.ROOT);
        if (all.contains("mapping values are not allowed")) {
            return new Message(
                    "a ':' where no key can be",
                    "indent this line like the one above, or put a value that contains ': ' in quotes");
        }
        if (all.contains("'\\t'") || all.contains("\\t(tab)")) {
            return new Message("a tab in the indentation", "indent with spaces");
        }
        if (all.contains("quoted scalar")) {
            return new Message("a quote is opened here and not closed", "");
        }
        if (all.contains("expected ',' or '}'")) {
            return new Message("a '{' is not closed before this", "write '}' or ',' first");
        }
        if (all.contains("expected ',' or ']'")) {
            return new Message("a '[' is not closed before this", "write ']' or ',' first");
        }
        if (all.contains("expected <block end>") || all.contains("block mapping") || all.contains("block collection")) {
            return new Message("this line does not fit the lines above it", "check its indentation");
        }
        if (all.contains("could not find expected ':'") || all.contains("simple key")) {
            return new Message("a key without ':'", "write 'key: value'");
        }
        return new Message(problem.isBlank() ? "this is not YAML" : "this is not YAML: " + problem, "");
    }
}
