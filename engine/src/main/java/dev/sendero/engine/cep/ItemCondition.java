package dev.sendero.engine.cep;

import dev.sendero.core.scope.EventMaps;
import dev.sendero.core.scope.Keys;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.SequenceItem.Absence;
import dev.sendero.rules.journey.SequenceItem.Occurrence;
import dev.sendero.rules.journey.Trigger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.pattern.conditions.IterativeCondition;
import org.jspecify.annotations.Nullable;

/** Whether an event is the item of a sequence, given the events of the items before. */
final class ItemCondition extends IterativeCondition<ProfiledEvent> {

    private final TriggerSource source;
    private final int index;
    private transient Trigger.@Nullable Sequence sequence;

    ItemCondition(TriggerSource source, int index) {
        this.source = source;
        this.index = index;
    }

    @Override
    public boolean filter(ProfiledEvent event, Context<ProfiledEvent> context) throws Exception {
        SequenceItem item = sequence().items().get(index);
        if (item.matches().stream()
                .noneMatch(match -> match.event().equals(event.event().name()))) {
            return false;
        }
        if (!isInTime(event, context)) {
            return false;
        }
        Truth truth = Keys.both(agreement(event, context), test(event, context));
        return item instanceof Absence ? truth.mayBeTrue() : truth.isTrue();
    }

    private boolean isInTime(ProfiledEvent event, Context<ProfiledEvent> context) throws Exception {
        if (index == 0) {
            return leavesTimeForAbsences(event, firstOf(context, event).millis());
        }
        SequenceItem item = sequence().items().get(index);
        long since = millisOfItemBefore(index, context);
        if (item instanceof Absence absence) {
            return isComplete(index - 1, context)
                    && event.millis() <= since + absence.lasting().toMillis();
        }
        boolean afterAbsence = sequence().items().get(index - 1) instanceof Absence;
        return (!afterAbsence || event.millis() > since)
                && isWithin(((Occurrence) item).within(), event, since)
                && isWithin(sequence().within(), event, firstOf(context, event).millis())
                && leavesTimeForAbsences(event, firstOf(context, event).millis());
    }

    /** Whether the absences that follow can be complete before the sequence is out of time. */
    private boolean leavesTimeForAbsences(ProfiledEvent event, long first) {
        long end = event.millis();
        List<SequenceItem> items = sequence().items();
        for (int next = index + 1; next < items.size() && items.get(next) instanceof Absence absence; next++) {
            end += absence.lasting().toMillis();
        }
        Duration within = sequence().within();
        return !TriggerPatterns.isBounded(within) || end <= first + within.toMillis();
    }

    /** Flink CEP asks what must not happen after a repetition already before the last one. */
    private boolean isComplete(int item, Context<ProfiledEvent> context) throws Exception {
        return !(sequence().items().get(item) instanceof Occurrence occurrence)
                || eventsOf(item, context).size() == occurrence.times();
    }

    private static boolean isWithin(Duration within, ProfiledEvent event, long since) {
        return !TriggerPatterns.isBounded(within) || event.millis() <= since + within.toMillis();
    }

    /** When the item before an item was complete: at its last event or, if it is an absence, at its end. */
    private long millisOfItemBefore(int item, Context<ProfiledEvent> context) throws Exception {
        if (sequence().items().get(item - 1) instanceof Absence absence) {
            return millisOfItemBefore(item - 1, context) + absence.lasting().toMillis();
        }
        long last = Long.MIN_VALUE;
        for (ProfiledEvent event : context.getEventsForPattern(TriggerPatterns.nameOf(item - 1))) {
            last = Math.max(last, event.millis());
        }
        return last;
    }

    private static ProfiledEvent firstOf(Context<ProfiledEvent> context, ProfiledEvent otherwise) throws Exception {
        for (ProfiledEvent event : context.getEventsForPattern(TriggerPatterns.nameOf(0))) {
            return event;
        }
        return otherwise;
    }

    private Truth agreement(ProfiledEvent event, Context<ProfiledEvent> context) throws Exception {
        String key = Keys.of(firstOf(context, event).event(), sequence().per());
        if (!sequence().per().isNone() && key.isEmpty()) {
            return Truth.FALSE;
        }
        return Keys.agreement(event.event(), sequence().per(), key);
    }

    private Truth test(ProfiledEvent profiled, Context<ProfiledEvent> context) throws Exception {
        var scope = Scope.of(
                EventMaps.of(profiled.event()),
                profiled.profile(),
                Map.of(),
                captured(context),
                profiled.event().timestamp());
        Truth best = Truth.FALSE;
        for (EventMatch match : sequence().items().get(index).matches()) {
            if (match.event().equals(profiled.event().name())) {
                best = either(best, match.where().test(scope));
            }
        }
        return best;
    }

    /** Of two truths of which one must hold. */
    static Truth either(Truth left, Truth right) {
        if (left == Truth.TRUE || right == Truth.TRUE) {
            return Truth.TRUE;
        }
        return left == Truth.UNKNOWN ? left : right;
    }

    private Map<String, Object> captured(Context<ProfiledEvent> context) throws Exception {
        var captured = new HashMap<String, Object>();
        for (int item = 0; item <= index; item++) {
            if (sequence().items().get(item) instanceof Occurrence occurrence
                    && !occurrence.as().isEmpty()) {
                capture(occurrence, eventsOf(item, context), captured);
            }
        }
        return captured;
    }

    private static List<ProfiledEvent> eventsOf(int item, Context<ProfiledEvent> context) throws Exception {
        var events = new ArrayList<ProfiledEvent>();
        context.getEventsForPattern(TriggerPatterns.nameOf(item)).forEach(events::add);
        return events;
    }

    private static void capture(Occurrence occurrence, List<ProfiledEvent> events, Map<String, Object> captured) {
        for (ProfiledEvent event : events) {
            Map<String, Object> map = EventMaps.of(event.event());
            captured.put(
                    occurrence.as(),
                    occurrence.times() == 1
                            ? map
                            : EventMaps.newestOf(captured.getOrDefault(occurrence.as(), Map.of()), map));
        }
    }

    private Trigger.Sequence sequence() {
        Trigger.Sequence known = sequence;
        if (known == null) {
            known = (Trigger.Sequence) source.trigger();
            sequence = known;
        }
        return known;
    }
}
