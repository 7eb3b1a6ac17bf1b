package dev.sendero.cli.journeytest;

import dev.sendero.api.event.Event;
import dev.sendero.core.made.FanOuts;
import dev.sendero.core.made.Item;
import dev.sendero.core.made.ItemInput;
import dev.sendero.core.made.ItemInterests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lets the events about items of a test reach its customer, if she is interested by then. */
final class TestItems {

    private final FanOuts fanOuts;
    private final Map<String, ItemInterests> items = new HashMap<>();
    private final List<Item> ofDevice = new ArrayList<>();

    TestItems(FanOuts fanOuts) {
        this.fanOuts = fanOuts;
    }

    boolean isAnnouncement(Event event) {
        return fanOuts.isAnnouncement(event.name());
    }

    /** The event as it reaches the customer; empty when it does not. */
    Optional<Event> reaching(Event event) {
        return fanOuts.announcement(event).stream()
                .flatMap(announced -> of(announced.item()).take(announced).stream())
                .filter(reached -> reached.customer().equals(event.customer()))
                .findFirst();
    }

    /**
     * What the customer does, in the order of time.
     *
     * @param anonymous before she logs in: what she is interested in counts from then on
     */
    void see(Event event, boolean anonymous) {
        if (!anonymous) {
            ofDevice.forEach(item -> show(item, event));
            ofDevice.clear();
        }
        for (Item item : fanOuts.interests(event)) {
            if (anonymous) {
                ofDevice.add(item);
            } else {
                show(item, event);
            }
        }
    }

    private void show(Item item, Event event) {
        var shown = new ItemInput.Shown(
                item, event.customer().value(), event.timestamp().toEpochMilli());
        of(item).take(shown);
    }

    private ItemInterests of(Item item) {
        return items.computeIfAbsent(item.key(), key -> new ItemInterests());
    }
}
