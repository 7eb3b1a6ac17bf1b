package dev.sendero.rules.usage;

import dev.sendero.rules.journey.Journey;
import dev.sendero.rules.trait.TraitRule;
import java.util.Map;
import java.util.Set;

/**
 * What one version of a journey looks at: in events as they come, and in those that it has captured. What is not named
 * here may be left out of an event before the journey sees it, or out of a captured event before it is kept, and
 * nothing is decided or said otherwise. What cannot be told counts as all: an event that is named as a whole, a field
 * whose name is computed, a loop over fields, a template that cannot be understood.
 *
 * <p>Traits are never part of it: journeys see them in the profile, which takes up those of every event.
 *
 * <p>The texts of templates count, and they may change while the version stays. A property that nothing used when an
 * event was captured is missing for those who were inside by then: conditions over it are unknown, templates render
 * nothing for it.
 */
public final class JourneyUsage {

    /** The name of the event that completed the trigger, among those captured. */
    public static final String TRIGGER = "trigger";

    private final Map<String, Fields> byEvent;
    private final Fields ofEveryEvent;
    private final boolean waitsForEveryEvent;
    private final CapturedUses captured;
    private final Map<String, TraitRule> unnamedTraits;

    JourneyUsage(
            Map<String, Fields> byEvent,
            Fields ofEveryEvent,
            boolean waitsForEveryEvent,
            CapturedUses captured,
            Map<String, TraitRule> unnamedTraits) {
        this.byEvent = Map.copyOf(byEvent);
        this.ofEveryEvent = ofEveryEvent;
        this.waitsForEveryEvent = waitsForEveryEvent;
        this.captured = captured;
        this.unnamedTraits = Map.copyOf(unnamedTraits);
    }

    /** Parses the journey's templates, which takes some milliseconds: to be done once for a journey. */
    public static JourneyUsage of(Journey journey) {
        return new UsageCollector(journey).collect();
    }

    /**
     * Which properties of an event of this name are looked at: by conditions, {@code per}, the conversion's value, and
     * later if the event is captured. {@link Fields#NONE} for an event that the journey does not know, and for one of
     * which it needs to know only that it was.
     */
    public Fields properties(String eventName) {
        return ofEveryEvent.and(byEvent.getOrDefault(eventName, Fields.NONE));
    }

    /** The events that the journey names, and the receipts that it waits for. */
    public Set<String> eventNames() {
        return Set.copyOf(byEvent.keySet());
    }

    /** The properties that are looked at in events of all names: of a trigger that is any event. */
    public Fields propertiesOfEveryEvent() {
        return ofEveryEvent;
    }

    /**
     * Whether any event may mean something to the journey, whatever its name: to a silence of all events, to a
     * pattern that asks for the very next event, and to a condition that takes runs out or ends a wait, as such a condition is tried at every event.
     */
    public boolean waitsForEveryEvent() {
        return waitsForEveryEvent;
    }

    /** Whether an event of this name may mean anything to the journey, be it to its trigger or to those who are inside. */
    public boolean looksAt(String eventName) {
        return waitsForEveryEvent || byEvent.containsKey(eventName);
    }

    /**
     * What is looked at later in an event that is captured.
     *
     * @param name as its item or arm calls it, or {@link #TRIGGER}
     */
    public CapturedUse captured(String name) {
        return captured.of(name);
    }

    /** The traits that its conditions and expressions ask for without a name, by their texts. */
    public Map<String, TraitRule> unnamedTraits() {
        return unnamedTraits;
    }
}
