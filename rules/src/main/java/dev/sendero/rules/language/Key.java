package dev.sendero.rules.language;

/**
 * A key of a mapping.
 *
 * @param required whether a mapping without it is an error
 * @param meaning what it says, one sentence for editors and the reference
 */
public record Key(String name, Value value, boolean required, String meaning) {

    static Key required(String name, Value value, String meaning) {
        return new Key(name, value, true, meaning);
    }

    static Key optional(String name, Value value, String meaning) {
        return new Key(name, value, false, meaning);
    }
}
