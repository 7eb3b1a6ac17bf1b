package dev.sendero.engine.item;

import dev.sendero.core.Admission;
import dev.sendero.core.made.FanOuts;
import dev.sendero.core.made.Item;
import dev.sendero.core.made.ItemInput;
import dev.sendero.engine.event.Linkage;
import dev.sendero.engine.event.ReceivedEvent;
import java.util.function.Consumer;

/**
 * What an event says to items. What a device was interested in before its user logged in, the user is from the login
 * on. An event about an item that comes too late to start anything is left out.
 */
public final class ItemRouting {

    private ItemRouting() {}

    /**
     * @param event of a customer who is known, as far as anybody can be
     * @param items told what concerns them
     * @return whether the event goes on to its customer
     */
    public static boolean route(FanOuts fanOuts, ReceivedEvent event, Consumer<ItemInput> items) {
        if (fanOuts.isEmpty()) {
            return true;
        }
        if (fanOuts.isAnnouncement(event.name()) && event.linkage() == Linkage.NONE) {
            if (event.admission() == Admission.ALL) {
                fanOuts.announcement(event.event()).ifPresent(items);
            }
            return false;
        }
        if (event.linkage() instanceof Linkage.Departure) {
            return true;
        }
        if (fanOuts.mayShowInterest(event.name())) {
            for (Item item : fanOuts.interests(event.event())) {
                items.accept(new ItemInput.Shown(item, event.key(), event.timestampMillis()));
            }
        }
        if (event.linkage() instanceof Linkage.Login login) {
            handOver(event, login, fanOuts, items);
        }
        return true;
    }

    private static void handOver(ReceivedEvent event, Linkage.Login login, FanOuts fanOuts, Consumer<ItemInput> items) {
        for (ReceivedEvent past : login.history()) {
            if (fanOuts.mayShowInterest(past.name())) {
                for (Item item : fanOuts.interests(past.event())) {
                    items.accept(new ItemInput.Shown(item, event.key(), login.atMillis()));
                    items.accept(new ItemInput.Gone(item, event.anonymousId(), login.atMillis()));
                }
            }
        }
    }
}
