package dev.sendero.core.made;

import dev.sendero.api.CustomerId;
import dev.sendero.api.EventId;
import dev.sendero.api.event.Event;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Whom an event about an item reaches, and of whom enough is known to forget them. */
public final class Reach {

    private static final Comparator<Candidate> LAST_FIRST =
            Comparator.comparingLong(Candidate::shown).reversed().thenComparing(Candidate::customer);

    /** How many more are kept than are reached, as one of so many: room to forget many at a time. */
    private static final int SLACK = 4;

    private Reach() {}

    private record Candidate(String customer, long shown) {}

    /**
     * The customers whose interest lasts at a time, those first who showed it last; as many as the item allows.
     *
     * @param interests by customer
     */
    public static List<String> of(Item item, Iterable<Map.Entry<String, Interest>> interests, long millis) {
        var candidates = new ArrayList<Candidate>();
        for (Map.Entry<String, Interest> entry : interests) {
            long shown = entry.getValue().lastAt(millis);
            if (shown != Interest.NEVER && shown >= millis - item.overMillis()) {
                candidates.add(new Candidate(entry.getKey(), shown));
            }
        }
        return first(candidates, item.atMost());
    }

    private static List<String> first(List<Candidate> candidates, int number) {
        candidates.sort(LAST_FIRST);
        return candidates.stream().limit(number).map(Candidate::customer).toList();
    }

    /** Whether so many customers are kept of an item that some are to be forgotten. */
    public static boolean isCrowded(Item item, int customers) {
        return customers > item.atMost() + item.atMost() / SLACK;
    }

    /**
     * The customers who are to be kept: those whose interest has not run out, as many as the item allows.
     *
     * @param interests by customer
     * @param decided up to which time all has been decided
     */
    public static List<String> kept(Item item, Iterable<Map.Entry<String, Interest>> interests, long decided) {
        var candidates = new ArrayList<Candidate>();
        for (Map.Entry<String, Interest> entry : interests) {
            long newest = entry.getValue().newest();
            boolean lasts = newest != Interest.NEVER && newest >= decided - item.overMillis();
            if (lasts && entry.getValue().gone() > decided) {
                candidates.add(new Candidate(entry.getKey(), newest));
            }
        }
        return first(candidates, item.atMost());
    }

    /** The event as it reaches a customer: hers, under an id of its own. */
    public static Event to(String customer, Event event) {
        return new Event(
                new EventId(event.id() + "#" + customer),
                event.type(),
                event.name(),
                new CustomerId(customer),
                event.timestamp(),
                event.properties(),
                Map.of());
    }
}
