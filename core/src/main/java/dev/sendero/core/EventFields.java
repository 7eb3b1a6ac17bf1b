package dev.sendero.core;

import dev.sendero.api.event.ConsentEvents;
import dev.sendero.core.profile.DeadAddresses;
import dev.sendero.core.profile.Subscriptions;
import dev.sendero.rules.plan.Derivation;
import dev.sendero.rules.plan.MadeEvents;
import dev.sendero.rules.usage.Fields;
import dev.sendero.rules.usage.JourneyUsage;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Which properties of an event {@link Decider} looks at, by the event's name: an event with just these, and all of its
 * traits, comes to the same decisions. Immutable.
 */
public final class EventFields {

    private final Map<String, Fields> byName;
    private final Fields ofOthers;
    private final boolean allConcern;

    private EventFields(Map<String, Fields> byName, Fields ofOthers, boolean allConcern) {
        this.byName = byName;
        this.ofOthers = ofOthers;
        this.allConcern = allConcern;
    }

    /**
     * @param usages those of all versions of journeys that are in force, the ones that only drain among them
     * @param traits what computed traits look at, by the names of the events that they look at
     * @param made which events are made from others: of these is needed what is looked at in what is made of them
     */
    public static EventFields of(Collection<JourneyUsage> usages, Map<String, Fields> traits, MadeEvents made) {
        Fields ofOthers = Fields.NONE;
        boolean allConcern = false;
        Map<String, Fields> byName = new HashMap<>();
        byName.put(ConsentEvents.SUBSCRIBED, Subscriptions.PROPERTIES);
        byName.put(ConsentEvents.UNSUBSCRIBED, Subscriptions.PROPERTIES);
        DeadAddresses.eventNames().forEach(name -> byName.put(name, DeadAddresses.PROPERTIES));
        for (JourneyUsage usage : usages) {
            ofOthers = ofOthers.and(usage.propertiesOfEveryEvent());
            allConcern |= usage.waitsForEveryEvent();
            usage.eventNames().forEach(name -> byName.merge(name, usage.properties(name), Fields::and));
        }
        traits.forEach((name, fields) -> byName.merge(name, fields, Fields::and));
        Fields always = ofOthers;
        byName.replaceAll((name, fields) -> fields.and(always));
        for (Derivation derivation : made.derivations().values()) {
            if (allConcern || byName.containsKey(derivation.name())) {
                Fields ofMade = byName.getOrDefault(derivation.name(), always).and(Fields.of(derivation.each()));
                byName.merge(derivation.from(), ofMade, Fields::and);
            }
        }
        return new EventFields(byName, ofOthers, allConcern);
    }

    /** The same properties, where every event may mean something to a journey. */
    EventFields concerningAll() {
        return new EventFields(byName, ofOthers, true);
    }

    /** One look-up; {@link Fields#NONE} for an event that nobody knows. */
    public Fields of(String eventName) {
        return byName.getOrDefault(eventName, ofOthers);
    }

    /** Whether an event of this name may mean anything to a journey. What it says of its customer counts besides. */
    public boolean concern(String eventName) {
        return allConcern || byName.containsKey(eventName);
    }
}
