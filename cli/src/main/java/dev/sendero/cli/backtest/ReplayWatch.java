package dev.sendero.cli.backtest;

import dev.sendero.core.CustomerState;
import dev.sendero.core.Effect;
import java.util.List;

/** Looks on while a customer is replayed. */
@FunctionalInterface
public interface ReplayWatch {

    /**
     * Told after every input, in the order in which they are applied.
     *
     * @param after the customer's state then; not to be changed or kept, it is the replay's
     * @param effects what the input brought about
     */
    void applied(ReplayInput input, CustomerState after, List<Effect> effects);
}
