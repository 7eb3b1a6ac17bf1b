package dev.sendero.engine.cep.host;

import dev.sendero.engine.cep.TriggerSource;
import dev.sendero.rules.journey.Trigger;

/** A trigger for a pattern that is run where it is made: Flink CEP only makes sure that the pattern could travel. */
final class TriggerInPlace implements TriggerSource {

    private static final long serialVersionUID = 1;

    private final transient Trigger trigger;

    TriggerInPlace(Trigger trigger) {
        this.trigger = trigger;
    }

    @Override
    public Trigger trigger() {
        return trigger;
    }
}
