package dev.sendero.rules.journey;

import dev.sendero.rules.expression.Condition;

/** What takes a customer out early: one entry of {@code exit}. */
public sealed interface ExitRule {

    /** Which events of the customer count. */
    enum ScopeOfExit {
        /** Those that agree with the run's key. */
        RUN,
        /** All of the customer's. */
        CUSTOMER
    }

    record OnEvent(EventMatch match, ScopeOfExit scope) implements ExitRule {}

    /** Looked at after every event of the customer. */
    record OnCondition(Condition when) implements ExitRule {}
}
