package dev.sendero.core.made;

import dev.sendero.api.event.Event;
import dev.sendero.rules.plan.Derivation;
import dev.sendero.rules.plan.FanOut;
import dev.sendero.rules.plan.MadeEvents;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says which events concern items, and what they mean to them. Immutable. */
public final class FanOuts {

    /** Nothing concerns any item. */
    public static final FanOuts NONE = of(MadeEvents.NONE);

    private final Map<String, FanOut> byEvent;
    private final List<FanOut> all;
    private final Set<String> shownBy;
    private final Derivations derivations;

    private FanOuts(MadeEvents made) {
        byEvent = Map.copyOf(made.fanOuts());
        all = List.copyOf(made.fanOuts().values());
        derivations = Derivations.of(made);
        shownBy = new HashSet<>();
        for (FanOut fanOut : all) {
            shownBy.add(fanOut.interest());
            Derivation derivation = made.derivations().get(fanOut.interest());
            if (derivation != null) {
                shownBy.add(derivation.from());
            }
        }
    }

    public static FanOuts of(MadeEvents made) {
        return new FanOuts(made);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }

    /** Whether events of this name are about an item: they reach those who are interested, and nobody else. */
    public boolean isAnnouncement(String eventName) {
        return byEvent.containsKey(eventName);
    }

    /** Whether a customer may show interest by an event of this name. */
    public boolean mayShowInterest(String eventName) {
        return shownBy.contains(eventName);
    }

    /** An event about an item; empty when it does not say about which. */
    public Optional<ItemInput.Announced> announcement(Event event) {
        FanOut fanOut = byEvent.get(event.name());
        if (fanOut == null) {
            return Optional.empty();
        }
        return item(fanOut, event).map(item -> new ItemInput.Announced(item, event));
    }

    /** The items in which a customer shows interest by an event. */
    public List<Item> interests(Event event) {
        var items = new ArrayList<Item>();
        addInterests(event, items);
        derivations.from(event).forEach(made -> addInterests(made, items));
        return items;
    }

    private void addInterests(Event event, List<Item> items) {
        for (FanOut fanOut : all) {
            if (fanOut.interest().equals(event.name())) {
                item(fanOut, event).ifPresent(items::add);
            }
        }
    }

    private static Optional<Item> item(FanOut fanOut, Event event) {
        Object value = event.properties().get(fanOut.by());
        if (value == null
                || value instanceof Map
                || value instanceof Collection
                || value.toString().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Item(fanOut.event() + "\n" + value, fanOut.over().toMillis(), fanOut.atMost()));
    }
}
