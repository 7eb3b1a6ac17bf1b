package dev.sendero.engine.cep;

import dev.sendero.rules.journey.Trigger;
import java.io.Serializable;

/**
 * Gives a trigger where it is needed. A pattern travels to the tasks that run it, and compiled conditions do not
 * travel: they are compiled again there.
 */
@FunctionalInterface
public interface TriggerSource extends Serializable {

    /** The same trigger every time. */
    Trigger trigger();
}
