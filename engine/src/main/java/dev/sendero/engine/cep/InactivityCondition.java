package dev.sendero.engine.cep;

import dev.sendero.api.event.ReceiptEvents;
import dev.sendero.core.scope.EventMaps;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.journey.EventMatch;
import dev.sendero.rules.journey.Trigger;
import java.util.Map;
import org.apache.flink.cep.pattern.conditions.SimpleCondition;
import org.jspecify.annotations.Nullable;

/** Whether an event is one of those whose absence is waited for. */
final class InactivityCondition extends SimpleCondition<ProfiledEvent> {

    private final TriggerSource source;
    private final boolean cancels;
    private transient Trigger.@Nullable Inactive trigger;

    /** @param cancels whether it is enough that it may be one */
    InactivityCondition(TriggerSource source, boolean cancels) {
        this.source = source;
        this.cancels = cancels;
    }

    @Override
    public boolean filter(ProfiledEvent event) {
        Truth truth = seen(event);
        return cancels ? truth.mayBeTrue() : truth.isTrue();
    }

    private Truth seen(ProfiledEvent profiled) {
        Trigger.Inactive inactive = trigger();
        String name = profiled.event().name();
        if (inactive.events().isEmpty()) {
            return Truth.of(ReceiptEvents.kindOf(name).isEmpty());
        }
        Truth best = Truth.FALSE;
        var scope = Scope.of(
                EventMaps.of(profiled.event()),
                profiled.profile(),
                Map.of(),
                Map.of(),
                profiled.event().timestamp());
        for (EventMatch match : inactive.events()) {
            if (match.event().equals(name)) {
                best = ItemCondition.either(best, match.where().test(scope));
            }
        }
        return best;
    }

    private Trigger.Inactive trigger() {
        Trigger.Inactive known = trigger;
        if (known == null) {
            known = (Trigger.Inactive) source.trigger();
            trigger = known;
        }
        return known;
    }
}
