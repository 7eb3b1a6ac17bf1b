package dev.sendero.rules.language;

import java.util.List;

/**
 * What a mapping is when it has a certain key.
 *
 * @param kind the key that makes it so
 * @param keys what it may have besides, in the order in which people should write them
 */
public record Variant(Key kind, List<Key> keys) {

    static Variant of(Key kind, Key... keys) {
        return new Variant(kind, List.of(keys));
    }
}
