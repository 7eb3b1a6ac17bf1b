package dev.sendero.core.reference;

import dev.sendero.api.event.Event;
import dev.sendero.core.detect.Situation;
import dev.sendero.core.scope.Matches;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Deadline;
import dev.sendero.core.state.InheritedPartial;
import dev.sendero.core.state.JourneyVersion;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Trigger;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Recognises that nothing of some events happens for a while, after at least one. Only the newest counts, so a
 * customer has at most one such partial situation. An event that may be one of them ends the silence; only one that
 * surely is begins a new one, in the version that people enter: an older version's silence ends and does not begin
 * again, or each edit would add a version that reports the same silence.
 */
final class InactivityDetector implements TriggerDetector {

    private final JourneyVersion journey;
    private final Trigger.Inactive trigger;

    InactivityDetector(JourneyVersion journey, Trigger.Inactive trigger) {
        this.journey = journey;
        this.trigger = trigger;
    }

    @Override
    public List<String> eventNames() {
        return trigger.events().stream().map(EventMatch::event).distinct().toList();
    }

    @Override
    public boolean seesAllEvents() {
        return trigger.events().isEmpty();
    }

    @Override
    public void apply(List<InheritedPartial> partials, Moment moment, boolean mayStart, Consumer<Situation> found) {
        Truth seen = seen(moment);
        if (seen == Truth.FALSE) {
            return;
        }
        int index = indexIn(partials);
        boolean begins = seen.isTrue() && mayStart;
        if (begins && index >= 0) {
            partials.set(index, since(moment));
        } else if (begins) {
            partials.add(since(moment));
        } else if (index >= 0) {
            partials.remove(index);
        }
    }

    @Override
    public void applyLate(List<InheritedPartial> partials, Moment moment) {
        int index = indexIn(partials);
        if (index < 0 || !moment.position().isAfter(partials.get(index).anchor())) {
            return;
        }
        Truth seen = seen(moment);
        if (seen.isTrue()) {
            partials.set(index, since(moment));
        } else if (seen.mayBeTrue()) {
            partials.remove(index);
        }
    }

    @Override
    public void fire(List<InheritedPartial> partials, int index, Moment moment, Consumer<Situation> found) {
        InheritedPartial partial = partials.remove(index);
        found.accept(new Situation(
                journey, "", partial.firstEvent(), partial.lastEvent(), partial.captured(), partial.trigger()));
    }

    private Truth seen(Moment moment) {
        return trigger.events().isEmpty() ? Truth.TRUE : Matches.any(trigger.events(), moment, Map.of());
    }

    private int indexIn(List<InheritedPartial> partials) {
        for (int index = 0; index < partials.size(); index++) {
            if (partials.get(index).journey().equals(journey)) {
                return index;
            }
        }
        return -1;
    }

    private InheritedPartial since(Moment moment) {
        Event event = moment.event();
        return new InheritedPartial(
                journey,
                "",
                0,
                1,
                event.id().value(),
                moment.millis(),
                event.id().value(),
                moment.position(),
                Map.of(),
                moment.eventMap(),
                Deadline.after(moment.millis(), trigger.lasting()));
    }
}
