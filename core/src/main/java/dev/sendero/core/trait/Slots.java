package dev.sendero.core.trait;

import dev.sendero.core.state.Slot;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;

/**
 * Events, summed up so that there are never more than {@link #MOST} slots of them. As long as there are no more events
 * than that in a window, each has its own slot and stops to count at its own time. When there are more, those of one
 * bucket of time become one slot, which stops to count with the newest of them; a bucket is a 32nd of the window.
 * Without a window, all events of one value are one slot.
 */
final class Slots {

    static final int MOST = 64;

    private static final int BUCKETS = 32;

    private Slots() {}

    /** Those that a window still has. */
    static List<Slot> within(List<Slot> slots, Window window, long now) {
        for (Slot slot : slots) {
            if (!window.has(slot, now)) {
                return slots.stream().filter(each -> window.has(each, now)).toList();
            }
        }
        return slots;
    }

    /** @param together what the amounts of two slots come to */
    static List<Slot> with(List<Slot> slots, Slot added, Window window, long now, BinaryOperator<BigDecimal> together) {
        List<Slot> result = new ArrayList<>(within(slots, window, now));
        if (!window.has(added, now)) {
            return result;
        }
        int index = result.size();
        while (window.isBounded() && index > 0 && result.get(index - 1).at() > added.at()) {
            index--;
        }
        int same = indexOfSame(result, added, window);
        if (same >= 0) {
            result.set(same, merged(result.get(same), added, together));
        } else {
            result.add(index, added);
        }
        if (result.size() > MOST && window.isBounded()) {
            result = inBuckets(result, window, together);
        }
        while (result.size() > MOST) {
            removeLeast(result, added);
        }
        return result;
    }

    private static int indexOfSame(List<Slot> slots, Slot added, Window window) {
        for (int index = slots.size() - 1; index >= 0; index--) {
            Slot slot = slots.get(index);
            if ((!window.isBounded() || slot.at() == added.at()) && slot.value().equals(added.value())) {
                return index;
            }
        }
        return -1;
    }

    private static Slot merged(Slot one, Slot other, BinaryOperator<BigDecimal> together) {
        return new Slot(Math.max(one.at(), other.at()), one.value(), together.apply(one.amount(), other.amount()));
    }

    private record Bucket(long number, Object value) {}

    private static List<Slot> inBuckets(List<Slot> slots, Window window, BinaryOperator<BigDecimal> together) {
        long length = Math.max(1, window.millis() / BUCKETS);
        Map<Bucket, Slot> buckets = new LinkedHashMap<>();
        for (Slot slot : slots) {
            buckets.merge(
                    new Bucket(Math.floorDiv(slot.at(), length), slot.value()),
                    slot,
                    (one, other) -> merged(one, other, together));
        }
        List<Slot> result = new ArrayList<>(buckets.values());
        result.sort((one, other) -> Long.compare(one.at(), other.at()));
        return result;
    }

    /** The smallest, of several the oldest; what has just come has its chance. */
    private static void removeLeast(List<Slot> slots, Slot added) {
        int least = -1;
        for (int index = 0; index < slots.size(); index++) {
            Slot slot = slots.get(index);
            if (!slot.equals(added) && (least < 0 || isLess(slot, slots.get(least)))) {
                least = index;
            }
        }
        slots.remove(least);
    }

    private static boolean isLess(Slot one, Slot other) {
        int order = one.amount().compareTo(other.amount());
        return order < 0 || (order == 0 && one.at() < other.at());
    }
}
