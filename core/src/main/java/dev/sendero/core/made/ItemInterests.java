package dev.sendero.core.made;

import dev.sendero.api.event.Event;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Who is interested in one item, in memory, for those who have all that concerns it in its order. */
public final class ItemInterests {

    private final Map<String, Interest> interests = new HashMap<>();

    /**
     * To be called in the order of time; of one millisecond, for what shows interest before what is about the item.
     *
     * @return the event as it reaches each of those who are interested; nothing for what is no event about the item
     */
    public List<Event> take(ItemInput input) {
        if (input instanceof ItemInput.Shown shown) {
            interests.put(shown.customer(), of(shown.customer()).shown(shown.millis(), shown.millis()));
        } else if (input instanceof ItemInput.Gone gone) {
            interests.put(gone.customer(), of(gone.customer()).gone(gone.millis()));
        } else if (input instanceof ItemInput.Announced announced) {
            return Reach.of(announced.item(), interests.entrySet(), announced.millis()).stream()
                    .map(customer -> Reach.to(customer, announced.event()))
                    .toList();
        }
        if (Reach.isCrowded(input.item(), interests.size())) {
            interests.keySet().retainAll(new HashSet<>(Reach.kept(input.item(), interests.entrySet(), input.millis())));
        }
        return List.of();
    }

    private Interest of(String customer) {
        return interests.getOrDefault(customer, Interest.NONE);
    }
}
