package dev.sendero.core.trait;

import dev.sendero.core.state.Tally;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All traits of a customer at a time. One that is computed is computed when it is asked for, and stands in the place of
 * one of its name that is said. Those without names are found and not listed.
 */
final class TraitsView extends AbstractMap<String, Object> {

    private final TraitBook book;
    private final List<Tally> tallies;
    private final Map<String, Object> said;
    private final long now;
    private @Nullable Map<String, Object> all;

    TraitsView(TraitBook book, List<Tally> tallies, Map<String, Object> said, long now) {
        this.book = book;
        this.tallies = tallies;
        this.said = said;
        this.now = now;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        KeptTrait trait = book.trait(name);
        return trait == null ? said.get(name) : trait.value(tallies, now);
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        Map<String, Object> made = all;
        if (made == null) {
            made = new LinkedHashMap<>(said);
            for (String name : book.names()) {
                Object value = get(name);
                if (value == null) {
                    made.remove(name);
                } else {
                    made.put(name, value);
                }
            }
            all = made;
        }
        return made.entrySet();
    }
}
