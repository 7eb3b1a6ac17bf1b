package dev.sendero.engine.operator;

import dev.sendero.api.fact.Fact;
import dev.sendero.core.Effect;
import dev.sendero.engine.metric.EngineCounters;
import dev.sendero.engine.metric.EngineMetric;
import dev.sendero.engine.outbox.OutboxRecord;
import java.util.List;
import java.util.Optional;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/** Turns effects into records of the two outboxes, and counts them. */
final class DecisionOutput {

    private final Output<StreamRecord<OutboxRecord>> output;
    private final EngineCounters counters;

    DecisionOutput(Output<StreamRecord<OutboxRecord>> output, EngineCounters counters) {
        this.output = output;
        this.counters = counters;
    }

    void emit(List<Effect> effects) {
        for (Effect effect : effects) {
            emit(effect);
        }
    }

    private void emit(Effect effect) {
        if (effect instanceof Effect.Send send) {
            output.collect(new StreamRecord<>(OutboxRecord.of(send.message())));
        } else if (effect instanceof Effect.Cancel cancel) {
            output.collect(new StreamRecord<>(OutboxRecord.of(cancel.cancellation())));
        } else if (effect instanceof Effect.Erase erase) {
            output.collect(new StreamRecord<>(OutboxRecord.of(erase.erasure())));
        } else if (effect instanceof Effect.Record record) {
            emit(record.fact());
        } else if (effect instanceof Effect.NotTakenUp) {
            counters.count(EngineMetric.NOT_TAKEN_UP);
        } else if (effect instanceof Effect.NotAdded) {
            counters.count(EngineMetric.NOT_ADDED);
        }
    }

    void emit(Fact fact) {
        metricOf(fact).ifPresent(metric -> counters.count(metric, fact.journey()));
        output.collect(JourneyOperator.FACTS, new StreamRecord<>(OutboxRecord.of(fact)));
    }

    private static Optional<EngineMetric> metricOf(Fact fact) {
        return switch (fact.type()) {
            case ENTERED -> Optional.of(EngineMetric.ENTERED);
            case MESSAGE_REQUESTED -> Optional.of(EngineMetric.SENT);
            case MESSAGE_SKIPPED -> Optional.of(EngineMetric.SKIPPED);
            case CONVERTED -> Optional.of(EngineMetric.CONVERTED);
            case BOUND_REACHED -> Optional.of(EngineMetric.BOUND_REACHED);
            case HELD_OUT,
                    STEP,
                    MESSAGE_CANCELLED,
                    EXITED,
                    COMPLETED,
                    NOT_ENTERED,
                    MIGRATED,
                    NOT_MIGRATED,
                    PUBLISHED,
                    TRAIT_NEW -> Optional.empty();
        };
    }
}
