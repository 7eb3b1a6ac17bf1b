package dev.sendero.core.run;

import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.ExitRule;
import java.util.Optional;

/** What takes runs out early. In doubt they leave. */
final class Exits {

    private Exits() {}

    /** The event's name or the condition as written; empty when the run stays. */
    static Optional<String> reasonFor(CompiledJourney journey, Run run, Moment moment) {
        for (ExitRule rule : journey.journey().exits()) {
            if (rule instanceof ExitRule.OnEvent onEvent) {
                boolean forRunOnly = onEvent.scope() == ExitRule.ScopeOfExit.RUN;
                if (journey.isMatch(onEvent.match(), run, moment, forRunOnly).mayBeTrue()) {
                    return Optional.of(onEvent.match().event());
                }
            } else if (rule instanceof ExitRule.OnCondition onCondition
                    && moment.testInRun(onCondition.when(), run).mayBeTrue()) {
                return Optional.of(onCondition.when().source());
            }
        }
        return Optional.empty();
    }
}
