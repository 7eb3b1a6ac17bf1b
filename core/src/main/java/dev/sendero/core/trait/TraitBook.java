package dev.sendero.core.trait;

import dev.sendero.api.Hash;
import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Insight;
import dev.sendero.core.state.CountedEvents;
import dev.sendero.core.state.Customer;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.Slot;
import dev.sendero.core.state.Tally;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.trait.ProfileRules;
import dev.sendero.rules.trait.Segment;
import dev.sendero.rules.trait.TraitRule;
import dev.sendero.rules.trait.UnnamedTraits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** All that is computed of customers, with a name or without, and what events do to it. Immutable. */
public final class TraitBook {

    private final Map<Long, KeptTrait> byRule = new LinkedHashMap<>();
    private final Map<String, KeptTrait> byName = new HashMap<>();
    private final Map<String, List<KeptTrait>> byEvent = new HashMap<>();
    private final List<String> names;
    private final List<KeptSegment> segments;

    /**
     * @param unnamed what conditions of journeys ask for without a name, by its text
     * @param currency the project's
     */
    public TraitBook(ProfileRules rules, Map<String, TraitRule> unnamed, String currency) {
        rules.traits().forEach(trait -> add(trait.name(), trait.rule(), currency));
        names = rules.traits().stream().map(trait -> trait.name()).toList();
        unnamed.forEach((name, rule) -> add(name, rule, currency));
        rules.segments().forEach(segment -> UnnamedTraits.in(segment.condition().readings())
                .forEach((name, rule) -> add(name, rule, currency)));
        segments = rules.segments().stream().map(this::kept).toList();
    }

    private void add(String name, TraitRule rule, String currency) {
        KeptTrait added = KeptTrait.of(name, rule, currency);
        KeptTrait known = byRule.putIfAbsent(added.id(), added);
        byName.put(name, known == null ? added : known);
        if (known == null) {
            for (String event :
                    rule.events().stream().map(EventMatch::event).distinct().toList()) {
                byEvent.computeIfAbsent(event, each -> new ArrayList<>()).add(added);
            }
        }
    }

    private KeptSegment kept(Segment segment) {
        Set<Long> rules = rulesOf(segment.condition());
        String id =
                Hash.of(16, "segment", segment.name(), segment.condition().source(), new TreeSet<>(rules).toString());
        return new KeptSegment(Long.parseUnsignedLong(id, 16), segment.name(), segment.condition(), rules);
    }

    /** Of the computed traits that a condition looks at. */
    private Set<Long> rulesOf(Condition condition) {
        Set<Long> rules = new HashSet<>();
        for (Reading reading : condition.readings()) {
            List<String> path = reading.fields();
            if (reading.part() != Reading.Part.PROFILE) {
                continue;
            }
            if (path.size() < 2) {
                rules.addAll(byRule.keySet());
            } else {
                Optional.ofNullable(byName.get(path.get(1))).ifPresent(trait -> rules.add(trait.id()));
            }
        }
        return rules;
    }

    /** Whether nothing is computed. */
    public boolean isEmpty() {
        return byName.isEmpty() && segments.isEmpty();
    }

    /** The rules of all traits, by their names or texts. */
    public Map<String, TraitRule> rules() {
        Map<String, TraitRule> rules = new HashMap<>();
        byName.forEach((name, trait) -> rules.put(name, trait.rule()));
        return rules;
    }

    /** Whether an event of this name may change anything. One look-up. */
    public boolean concerns(String eventName) {
        return byEvent.containsKey(eventName);
    }

    /**
     * Takes up an event, before its customer is moved to it. One that has been counted before, known by its id, is not
     * taken up again.
     *
     * @param otherCurrency told of amounts that are not added: the trait, and the currency that the event names
     */
    public void take(Customer customer, Event event, BiConsumer<String, String> otherCurrency) {
        List<KeptTrait> concerned = byEvent.get(event.name());
        if (concerned == null) {
            return;
        }
        long id = CountedEvents.hashOf(event.id().value());
        if (customer.counted().has(id)) {
            return;
        }
        long at = Deadline.millisOf(event.timestamp());
        long latest = Math.max(at, customer.millis());
        List<Tally> tallies = new ArrayList<>(customer.tallies());
        boolean changed = false;
        boolean counted = false;
        for (KeptTrait trait : concerned) {
            var happening = new Happening(event, at, latest, currency -> otherCurrency.accept(trait.label(), currency));
            boolean taken = trait.take(happening, tallies);
            changed |= taken;
            counted |= taken && trait.computation().counts();
        }
        if (changed) {
            customer.tallies(tallies);
        }
        if (counted) {
            customer.counted(customer.counted().and(id));
        }
    }

    /** What is computed of a customer, as it is now. */
    public Insight of(Customer customer) {
        return isEmpty() ? Insight.NONE : new KeptInsight(this, customer.tallies());
    }

    /**
     * When something is to be forgotten, or may change by time alone; milliseconds since 1970.
     *
     * @param watched the rules of traits whose changes must be noticed when they come
     */
    public long next(Customer customer, Set<Long> watched) {
        long next = Deadline.NEVER;
        List<Tally> tallies = customer.tallies();
        for (int index = 0; index < tallies.size(); index++) {
            Tally tally = tallies.get(index);
            KeptTrait trait = byRule.get(tally.rule());
            if (trait != null && trait.isBounded()) {
                next = Math.min(next, end(tally.slots(), trait.computation().window(), watched.contains(trait.id())));
            }
        }
        return next;
    }

    /** Of slots in the order of time. */
    private static long end(List<Slot> slots, Window window, boolean ofFirst) {
        return slots.isEmpty()
                ? Deadline.NEVER
                : window.end(slots.get(ofFirst ? 0 : slots.size() - 1).at());
    }

    /** Forgets what no window has any more at a time. Returns whether there was something. */
    public boolean forget(Customer customer, long now) {
        if (customer.tallies().isEmpty()) {
            return false;
        }
        boolean forgot = false;
        List<Tally> left = new ArrayList<>();
        for (Tally tally : customer.tallies()) {
            KeptTrait trait = byRule.get(tally.rule());
            List<Slot> slots = trait == null
                    ? tally.slots()
                    : Slots.within(tally.slots(), trait.computation().window(), now);
            forgot |= slots != tally.slots();
            if (!slots.isEmpty() || tally.slots().isEmpty()) {
                left.add(slots == tally.slots() ? tally : new Tally(tally.rule(), slots));
            }
        }
        if (forgot) {
            customer.tallies(left);
        }
        return forgot;
    }

    /** Forgets what is kept by rules that are not in this book. Returns whether there was something. */
    public boolean forgetOthers(Customer customer) {
        if (customer.tallies().stream().allMatch(tally -> byRule.containsKey(tally.rule()))) {
            return false;
        }
        customer.tallies(customer.tallies().stream()
                .filter(tally -> byRule.containsKey(tally.rule()))
                .toList());
        return true;
    }

    /** The names of the events that concern traits. @param rules the traits' rules, by their ids */
    Set<String> eventsOf(Set<Long> rules) {
        Set<String> events = new HashSet<>();
        byEvent.forEach((event, concerned) -> {
            if (concerned.stream().anyMatch(trait -> rules.contains(trait.id()))) {
                events.add(event);
            }
        });
        return events;
    }

    /** Null for a name that is not computed. */
    @Nullable
    KeptTrait trait(@Nullable Object name) {
        return byName.get(name);
    }

    /** Of the traits that have one. */
    List<String> names() {
        return names;
    }

    List<KeptSegment> segments() {
        return segments;
    }
}
