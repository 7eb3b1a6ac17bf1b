package dev.sendero.engine.cep;

import dev.sendero.api.event.Event;
import dev.sendero.rules.journey.SequenceItem;
import dev.sendero.rules.journey.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.Collector;

/** Runs Flink CEP's own operator over events. */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
final class CepMatches {

    private CepMatches() {}

    /** @param events of any customers, in any order */
    static List<Match> of(TriggerSource source, List<ProfiledEvent> events) {
        try (var harness = harness(source)) {
            harness.open();
            long last = Long.MIN_VALUE;
            for (ProfiledEvent event : events) {
                harness.processElement(event, event.millis());
                last = Math.max(last, event.millis());
            }
            harness.processWatermark(new Watermark(last));
            // From here on only timers can make Flink look at a customer again.
            harness.processWatermark(Watermark.MAX_WATERMARK);
            return harness.extractOutputValues();
        } catch (Exception failed) {
            throw new IllegalStateException("Flink CEP failed on " + source, failed);
        }
    }

    private static KeyedOneInputStreamOperatorTestHarness<String, ProfiledEvent, Match> harness(TriggerSource source)
            throws Exception {
        var operator = new CepOperator<ProfiledEvent, String, Match>(
                ProfiledEventSerializer.INSTANCE,
                false,
                NFACompiler.compileFactory(TriggerPatterns.of(source), false),
                ProfiledEvent.TIES,
                AfterMatchSkipStrategy.noSkip(),
                new ToMatch(source.trigger()),
                null);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                operator, profiled -> profiled.event().customer().value(), BasicTypeInfo.STRING_TYPE_INFO);
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
