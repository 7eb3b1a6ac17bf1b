package dev.sendero.core.trait;

import dev.sendero.core.state.Slot;
import dev.sendero.rules.trait.TraitRule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The properties of the newest events of a kind, one for each value of a property. Unknown before the first, and empty
 * when all were taken out. An event that newer ones have overtaken takes out and adds nothing: it may have been taken
 * out since.
 */
record Collecting(TraitRule.Collect rule) implements Computation {

    /** Of one event; what is beyond is left out, and so are lists and objects. */
    private static final int MOST_PROPERTIES = 32;

    @Override
    public Window window() {
        return Window.of(rule.over());
    }

    @Override
    public boolean remembersBeingEmpty() {
        return true;
    }

    @Override
    public List<Slot> after(List<Slot> before, Happening happening) {
        if (happening.isOneOf(rule.cleared())) {
            return without(before, slot -> slot.at() <= happening.at());
        }
        Object key = happening.cause().properties().get(rule.by());
        if (key == null || !Values.isSmall(key)) {
            return before;
        }
        if (happening.isOneOf(rule.removed())) {
            return without(before, slot -> slot.at() <= happening.at() && isOf(slot, key));
        }
        return !happening.isLate() && happening.isOneOf(rule.added()) ? with(before, key, happening) : before;
    }

    private static List<Slot> without(List<Slot> before, Predicate<Slot> leaving) {
        return before.isEmpty()
                ? before
                : before.stream().filter(leaving.negate()).toList();
    }

    private List<Slot> with(List<Slot> before, Object key, Happening happening) {
        List<Slot> slots = new ArrayList<>(without(before, slot -> isOf(slot, key)));
        slots.add(new Slot(happening.at(), kept(key, happening.cause().properties()), BigDecimal.ONE));
        return slots.size() > rule.keep() ? slots.subList(slots.size() - rule.keep(), slots.size()) : slots;
    }

    private Map<String, Object> kept(Object key, Map<String, Object> properties) {
        Map<String, Object> kept = new LinkedHashMap<>();
        kept.put(rule.by(), key);
        properties.forEach((name, value) -> {
            if (kept.size() < MOST_PROPERTIES && Values.isSmall(value)) {
                kept.put(name, value);
            }
        });
        return kept;
    }

    private boolean isOf(Slot slot, Object key) {
        return slot.value() instanceof Map<?, ?> item && key.equals(item.get(rule.by()));
    }

    /** Oldest first. */
    @Override
    public @Nullable Object value(List<Slot> slots, long now) {
        return slots.stream().map(Slot::value).toList();
    }
}
