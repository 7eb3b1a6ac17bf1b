package dev.sendero.core.detect;

import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Partial;
import dev.sendero.rules.usage.JourneyUsage;
import java.util.HashMap;
import java.util.Map;

/**
 * A situation that has begun for one journey and is not complete, for whoever wants to know how far it is.
 *
 * @param key what the journey's {@code per} found; empty without it
 * @param item the index of the trigger's item that it waits at
 * @param count how many events that item has had
 * @param firstEvent the id of its first event
 * @param firstAt milliseconds since 1970
 * @param lastEvent the id of the newest event that counted
 * @param since where the present item counts from, milliseconds since 1970
 * @param due when an absence is complete, or when something else would come too late; milliseconds since 1970, {@link
 *     dev.sendero.core.state.Deadline#NEVER} for never
 * @param captured the maps of captured events by name, and of the newest event where nothing but an absence can follow,
 *     under {@link JourneyUsage#TRIGGER}
 */
public record Begun(
        JourneyVersion journey,
        String key,
        int item,
        int count,
        String firstEvent,
        long firstAt,
        String lastEvent,
        long since,
        long due,
        Map<String, Object> captured) {

    static Begun of(Member member, Shape shape, Partial partial) {
        Map<String, Object> captured =
                new HashMap<>(member.situation(partial, Map.of()).captured());
        if (!partial.trigger().isEmpty()) {
            captured.put(JourneyUsage.TRIGGER, partial.trigger());
        }
        return new Begun(
                member.journey(),
                partial.key(),
                partial.item(),
                partial.count(),
                partial.firstEvent(),
                partial.firstAt(),
                partial.lastEvent(),
                partial.since(),
                dueOf(member, shape, partial),
                captured);
    }

    private static long dueOf(Member member, Shape shape, Partial partial) {
        long byItem = Lengths.after(partial.since(), member.length(partial.item()));
        boolean happens = shape.form().items().get(partial.item()).kind() == ItemForm.Kind.OCCURRENCE;
        return happens
                ? Math.min(
                        byItem, Lengths.after(partial.firstAt(), member.form().within()))
                : byItem;
    }

    /** Whether it is out of time, though it still stands for journeys that give it more. */
    static boolean isOver(Member member, Shape shape, Partial partial, long now) {
        long due = dueOf(member, shape, partial);
        boolean happens = shape.form().items().get(partial.item()).kind() == ItemForm.Kind.OCCURRENCE;
        return happens
                ? due < now
                : due > Lengths.after(partial.firstAt(), member.form().within());
    }
}
