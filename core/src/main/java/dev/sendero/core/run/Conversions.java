package dev.sendero.core.run;

import dev.sendero.api.Money;
import dev.sendero.core.scope.Moment;
import dev.sendero.core.state.Run;
import dev.sendero.rules.journey.ConversionGoal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/** Whether an event is what a run hoped for, and what it is worth. */
final class Conversions {

    private static final String CURRENCY = "currency";

    private Conversions() {}

    /** Empty when the event is no conversion of the run; {@link Money#NONE} when it is one without a value. */
    static Optional<Money> valueOf(CompiledJourney journey, Run run, Moment moment, String projectCurrency) {
        return journey.journey()
                .conversion()
                .filter(goal -> counts(goal, journey, run, moment))
                .map(goal -> worth(goal, run, moment, projectCurrency));
    }

    private static boolean counts(ConversionGoal goal, CompiledJourney journey, Run run, Moment moment) {
        return !run.converted()
                && run.enteredAt() <= moment.millis()
                && moment.millis() <= journey.conversionEnds(run)
                && journey.isMatch(goal.match(), run, moment, true).isTrue();
    }

    /** In the currency that the event names, else in the project's. */
    private static Money worth(ConversionGoal goal, Run run, Moment moment, String projectCurrency) {
        if (goal.valueSource() == ConversionGoal.NO_VALUE) {
            return Money.NONE;
        }
        String currency = moment.event().properties().get(CURRENCY) instanceof String named && !named.isBlank()
                ? named.strip().toUpperCase(Locale.ROOT)
                : projectCurrency;
        return goal.valueSource()
                .evaluate(moment.scopeIn(run))
                .flatMap(Conversions::amount)
                .map(amount -> new Money(amount, currency))
                .orElse(Money.NONE);
    }

    private static Optional<BigDecimal> amount(Object value) {
        if (value instanceof Long whole) {
            return Optional.of(BigDecimal.valueOf(whole));
        }
        return value instanceof Double decimal && Double.isFinite(decimal)
                ? Optional.of(BigDecimal.valueOf(decimal))
                : Optional.empty();
    }
}
