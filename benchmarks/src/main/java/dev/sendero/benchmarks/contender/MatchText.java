package dev.sendero.benchmarks.contender;

import dev.sendero.api.event.Event;
import dev.sendero.core.scope.Keys;
import dev.sendero.engine.cep.ProfiledEvent;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.util.Collector;

/** Writes a match of Flink CEP down in one line. It dates absences where they end, as Flink CEP does not. */
final class MatchText extends PatternProcessFunction<ProfiledEvent, String> {

    static final String SEPARATOR = "\t";

    private final ShopTrigger source;

    MatchText(ShopTrigger source) {
        this.source = source;
    }

    @Override
    public void processMatch(Map<String, List<ProfiledEvent>> match, Context context, Collector<String> out) {
        var events = new ArrayList<Event>();
        match.values().forEach(item -> item.forEach(profiled -> events.add(profiled.event())));
        events.sort(Event.ORDER);
        Event first = events.get(0);
        Event last = events.get(events.size() - 1);
        Trigger trigger = source.trigger();
        out.collect(String.join(
                SEPARATOR,
                Integer.toString(source.index()),
                last.customer().value(),
                keyOf(first, trigger),
                first.id().value(),
                last.id().value(),
                Long.toString(last.timestamp().toEpochMilli() + absence(trigger))));
    }

    private static String keyOf(Event first, Trigger trigger) {
        return trigger instanceof Trigger.Sequence sequence && !sequence.per().isNone()
                ? Keys.of(first, sequence.per())
                : "";
    }

    private static long absence(Trigger trigger) {
        if (trigger instanceof Trigger.Inactive inactive) {
            return inactive.lasting().toMillis();
        }
        List<SequenceItem> items = ((Trigger.Sequence) trigger).items();
        return items.get(items.size() - 1) instanceof SequenceItem.Absence absence
                ? absence.lasting().toMillis()
                : 0;
    }
}
