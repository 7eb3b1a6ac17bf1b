package dev.sendero.rules.language;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What one kind of mapping may hold.
 *
 * @param name for references, such as {@code branch-arm}
 * @param called what people are told it is, such as {@code an arm of 'branch'}; some are called differently from place
 *     to place
 * @param meaning one sentence for editors and the reference
 * @param keys of all variants, in the order in which people should write them: before those of the variant
 * @param variants of which a mapping is exactly one; none where there is no choice
 * @param oneAtLeast keys of which there must be one at least; empty where nothing more is asked
 */
public record Form(
        String name,
        List<String> called,
        String meaning,
        List<Key> keys,
        List<Variant> variants,
        List<String> oneAtLeast) {

    static Form of(String name, String called, String meaning, Key... keys) {
        return new Form(name, List.of(called), meaning, List.of(keys), List.of(), List.of());
    }

    /** What stands under a key of this name; people are told of it by the key in quotes. */
    static Form under(String key, String meaning, Key... keys) {
        return of(key, "'" + key + "'", meaning, keys);
    }

    Form with(Variant... choices) {
        return new Form(name, called, meaning, keys, List.of(choices), oneAtLeast);
    }

    Form alsoCalled(String... others) {
        var all = new ArrayList<>(called);
        all.addAll(List.of(others));
        return new Form(name, List.copyOf(all), meaning, keys, variants, oneAtLeast);
    }

    Form withOneAtLeast(String... some) {
        return new Form(name, called, meaning, keys, variants, List.of(some));
    }

    /** The keys that a mapping with these may have, in the order in which people should write them. */
    public List<Key> keysBeside(Set<String> present) {
        var all = new ArrayList<>(keys);
        for (Variant variant : variants) {
            if (present.contains(variant.kind().name())) {
                all.add(variant.kind());
                all.addAll(variant.keys());
            }
        }
        return List.copyOf(all);
    }

    /** The names of all keys of all variants. */
    public Set<String> allNames() {
        var names = new LinkedHashSet<String>();
        keys.forEach(key -> names.add(key.name()));
        for (Variant variant : variants) {
            names.add(variant.kind().name());
            variant.keys().forEach(key -> names.add(key.name()));
        }
        return names;
    }

    /** The keys that make a mapping one variant or another. */
    public Set<String> kinds() {
        var kinds = new LinkedHashSet<String>();
        variants.forEach(variant -> kinds.add(variant.kind().name()));
        return kinds;
    }
}
