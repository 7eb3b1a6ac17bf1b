package dev.sendero.engine.cep;

import dev.sendero.api.event.Event;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.util.Collector;

/** The matches of a trigger that Flink CEP finds. */
final class CepMatches {

    private CepMatches() {}

    /** @param events of any customers, in any order */
    static List<Match> of(TriggerSource source, List<ProfiledEvent> events) {
        return CepOutput.of(TriggerPatterns.of(source), new ToMatch(source.trigger()), events).matches().stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    /** Dates a match with its last event, and with the end of the absences after it. */
    private static final class ToMatch extends PatternProcessFunction<ProfiledEvent, Match> {

        private final long absentMillis;

        private ToMatch(Trigger trigger) {
            this.absentMillis = trigger instanceof Trigger.Inactive inactive
                    ? inactive.lasting().toMillis()
                    : lastAbsence(((Trigger.Sequence) trigger).items());
        }

        private static long lastAbsence(List<SequenceItem> items) {
            return items.get(items.size() - 1) instanceof SequenceItem.Absence absence
                    ? absence.lasting().toMillis()
                    : 0;
        }

        @Override
        public void processMatch(Map<String, List<ProfiledEvent>> match, Context context, Collector<Match> out) {
            var events = new ArrayList<Event>();
            match.values().forEach(item -> item.forEach(profiled -> events.add(profiled.event())));
            events.sort(Event.ORDER);
            Event last = events.get(events.size() - 1);
            Instant at = last.timestamp().plusMillis(absentMillis);
            out.collect(new Match(last.customer(), events.get(0), last, at));
        }
    }
}
