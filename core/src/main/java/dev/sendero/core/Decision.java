package dev.sendero.core;

import dev.sendero.api.fact.Fact;
import dev.sendero.api.message.Cancellation;
import dev.sendero.api.message.Erasure;
import dev.sendero.api.message.Message;
import dev.sendero.core.run.Outcomes;
import java.util.ArrayList;
import java.util.List;

/** Collects the effects of one input. */
final class Decision implements Outcomes {

    private List<Effect> effects = List.of();

    List<Effect> effects() {
        return effects;
    }

    private void add(Effect effect) {
        if (effects.isEmpty()) {
            effects = new ArrayList<>();
        }
        effects.add(effect);
    }

    @Override
    public void notTakenUp(String what) {
        add(new Effect.NotTakenUp(what));
    }

    void notAdded(String trait, String currency) {
        add(new Effect.NotAdded(trait, currency));
    }

    void erased(Erasure erasure) {
        add(new Effect.Erase(erasure));
    }

    @Override
    public void record(Fact fact) {
        add(new Effect.Record(fact));
    }

    @Override
    public void send(Message message) {
        add(new Effect.Send(message));
    }

    @Override
    public void cancel(Cancellation cancellation) {
        add(new Effect.Cancel(cancellation));
    }
}
