package dev.sendero.engine.cep;

import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeinfo.BasicTypeInfo;
import org.apache.flink.cep.functions.PatternProcessFunction;
import org.apache.flink.cep.functions.TimedOutPartialMatchHandler;
import org.apache.flink.cep.nfa.aftermatch.AfterMatchSkipStrategy;
import org.apache.flink.cep.nfa.compiler.NFACompiler;
import org.apache.flink.cep.operator.CepOperator;
import org.apache.flink.cep.pattern.Pattern;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.apache.flink.util.OutputTag;

/**
 * What Flink CEP's own operator writes.
 *
 * @param outOfTime what the function wrote to {@link #OUT_OF_TIME}
 */
@SuppressWarnings("try") // Flink's harness says that closing it may be interrupted.
record CepOutput<T>(List<StreamRecord<T>> matches, List<String> outOfTime) {

    static final OutputTag<String> OUT_OF_TIME = new OutputTag<>("out of time", BasicTypeInfo.STRING_TYPE_INFO);

    /**
     * At the end of the last event, and then at the end of time: from there on only timers can make Flink look at a
     * customer again.
     *
     * @param events of any customers, in any order
     */
    static <T> CepOutput<T> of(
            Pattern<ProfiledEvent, ?> pattern,
            PatternProcessFunction<ProfiledEvent, T> function,
            List<ProfiledEvent> events) {
        try (var harness = harness(pattern, function)) {
            harness.open();
            long last = Long.MIN_VALUE;
            for (ProfiledEvent event : events) {
                harness.processElement(event, event.millis());
                last = Math.max(last, event.millis());
            }
            harness.processWatermark(new Watermark(last));
            harness.processWatermark(Watermark.MAX_WATERMARK);
            var matches = new ArrayList<StreamRecord<T>>();
            harness.extractOutputStreamRecords()
                    .forEach(match -> matches.add(new StreamRecord<>(match.getValue(), match.getTimestamp())));
            var outOfTime = harness.getSideOutput(OUT_OF_TIME);
            return new CepOutput<>(
                    matches,
                    outOfTime == null
                            ? List.of()
                            : outOfTime.stream().map(StreamRecord::getValue).toList());
        } catch (Exception failed) {
            throw new IllegalStateException("Flink CEP failed on " + pattern, failed);
        }
    }

    private static <T> KeyedOneInputStreamOperatorTestHarness<String, ProfiledEvent, T> harness(
            Pattern<ProfiledEvent, ?> pattern, PatternProcessFunction<ProfiledEvent, T> function) throws Exception {
        var operator = new CepOperator<ProfiledEvent, String, T>(
                ProfiledEventSerializer.INSTANCE,
                false,
                NFACompiler.compileFactory(pattern, function instanceof TimedOutPartialMatchHandler),
                ProfiledEvent.TIES,
                AfterMatchSkipStrategy.noSkip(),
                function,
                null);
        return new KeyedOneInputStreamOperatorTestHarness<>(
                operator, profiled -> profiled.event().customer().value(), BasicTypeInfo.STRING_TYPE_INFO);
    }
}
