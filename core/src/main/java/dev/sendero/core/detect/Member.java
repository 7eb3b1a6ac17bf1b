package dev.sendero.core.detect;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.core.state.Partial;
import dev.sendero.rules.usage.CapturedUse;
import dev.sendero.rules.usage.JourneyUsage;
import java.util.HashMap;
import java.util.Map;

/** A journey version that looks for a shape, with what is its own. */
record Member(JourneyVersion journey, Openings openings, TriggerForm form, JourneyUsage usage) {

    Member openAt(Openings other) {
        return new Member(journey, other, form, usage);
    }

    boolean isMetBy(double value) {
        return form.threshold().isEmpty() || form.threshold().get().isMetBy(value);
    }

    /** What it looks at later in the event that an item captures. */
    CapturedUse useOf(int item) {
        String name = form.names().get(item);
        return name.isEmpty() ? CapturedUse.NONE : usage.captured(name);
    }

    CapturedUse useOfTrigger() {
        return usage.captured(JourneyUsage.TRIGGER);
    }

    long length(int item) {
        return form.lengths().get(item);
    }

    /** Whether a situation began when this version was open, and with an event that it looks for. */
    boolean began(Partial partial) {
        JourneyVersion only = partial.only();
        return only != null ? only.equals(journey) : openings.contain(partial.firstAt()) && isMetBy(partial.value());
    }

    Situation situation(Partial partial, Map<String, Object> trigger) {
        Map<String, Object> captured = Map.of();
        if (!partial.captured().isEmpty()) {
            captured = new HashMap<>();
            for (int item = 0; item < form.names().size(); item++) {
                Object event = partial.captured().get(Integer.toString(item));
                if (event != null && !form.names().get(item).isEmpty()) {
                    captured.put(form.names().get(item), event);
                }
            }
        }
        return new Situation(journey, partial.key(), partial.firstEvent(), partial.lastEvent(), captured, trigger);
    }

    Situation situation(Partial partial, Moment moment) {
        return situation(partial, moment.eventMap());
    }
}
