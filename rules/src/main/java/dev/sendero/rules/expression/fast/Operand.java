package dev.sendero.rules.expression.fast;

import dev.sendero.rules.expression.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a predicate compares. Values are JSON values, Instants and Durations. */
public interface Operand {

    /** The current time. */
    Operand NOW = new Operand() {
        @Override
        public Instant read(Scope scope) {
            return scope.now();
        }

        @Override
        public String toString() {
            return "now";
        }
    };

    /** The value; null when it is missing. */
    @Nullable
    Object read(Scope scope);

    /** A value that is written in the source. */
    record Constant(Object value) implements Operand {
        @Override
        public Object read(Scope scope) {
            return value;
        }
    }
}
