package dev.sendero.rules.journey;

import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Scope;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * The event that counts as success.
 *
 * @param within since entry, bound included
 * @param valueSource the expression of what it is worth; {@link #NO_VALUE} when the file gives none
 */
public record ConversionGoal(EventMatch match, Duration within, Expression valueSource) {

    /** A conversion that is only counted. */
    public static final Expression NO_VALUE = new Expression() {
        @Override
        public Optional<Object> evaluate(Scope scope) {
            return Optional.empty();
        }

        @Override
        public String source() {
            return "";
        }

        @Override
        public Set<Reading> readings() {
            return Set.of();
        }
    };
}
