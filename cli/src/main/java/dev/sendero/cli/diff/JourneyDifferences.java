package dev.sendero.cli.diff;

import dev.sendero.api.CustomerId;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** How two versions of one journey differ, by customers and messages. */
final class JourneyDifferences {

    private final Map<Kind, SortedSet<CustomerId>> customers = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> messages = new EnumMap<>(Kind.class);
    private final SortedSet<CustomerId> differing = new TreeSet<>();
    private final MessageDays days;
    private long same;

    /** @param zone in which messages have their days */
    JourneyDifferences(ZoneId zone) {
        days = new MessageDays(zone);
    }

    void add(Difference difference) {
        CustomerId customer = difference.message().customer();
        differing.add(customer);
        for (Kind kind : difference.kinds()) {
            customers.computeIfAbsent(kind, it -> new TreeSet<>()).add(customer);
            messages.merge(kind, 1L, Long::sum);
        }
        days.add(difference);
    }

    void addBefore(Sent sent) {
        days.addBefore(sent.message().at());
    }

    void addAfter(Sent sent) {
        days.addAfter(sent.message().at());
    }

    MessageDays days() {
        return days;
    }

    void addSame(long more) {
        same += more;
    }

    /** Customers with a message that differs so. */
    SortedSet<CustomerId> customers(Kind kind) {
        return customers.getOrDefault(kind, new TreeSet<>());
    }

    long messages(Kind kind) {
        return messages.getOrDefault(kind, 0L);
    }

    /** Customers with a message that differs, each once. */
    SortedSet<CustomerId> differing() {
        return differing;
    }

    /** Customers who get messages, and the same ones from both. */
    long same() {
        return same;
    }
}
