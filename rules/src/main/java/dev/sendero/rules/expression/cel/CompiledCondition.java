package dev.sendero.rules.expression.cel;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.Use;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/** A condition, in plain Java where that is possible. */
final class CompiledCondition implements Condition {

    private final String source;
    private final Use use;
    private final Function<Scope, Truth> test;
    private final Set<Reading> readings;
    private final boolean fast;

    private CompiledCondition(
            String source, Use use, Function<Scope, Truth> test, Set<Reading> readings, boolean fast) {
        this.source = source;
        this.use = use;
        this.test = test;
        this.readings = readings;
        this.fast = fast;
    }

    static CompiledCondition of(String source, Use use, Checked checked) {
        return new FastTranslation(checked.paths())
                .predicate(checked.expression())
                .map(predicate -> new CompiledCondition(source, use, predicate::test, checked.readings(), true))
                .orElseGet(() -> byCel(source, use, checked));
    }

    /** The same condition evaluated by CEL, whatever it is made of. */
    static CompiledCondition byCel(String source, Use use, Checked checked) {
        Program program = Environment.program(checked);
        Function<Scope, Truth> test = scope -> program.evaluate(scope)
                .map(value -> value instanceof Boolean flag ? Truth.of(flag) : Truth.UNKNOWN)
                .orElse(Truth.UNKNOWN);
        return new CompiledCondition(source, use, test, checked.readings(), false);
    }

    @Override
    public Truth test(Scope scope) {
        return test.apply(scope);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<Reading> readings() {
        return readings;
    }

    /** Whether it is evaluated without CEL. */
    boolean isFast() {
        return fast;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CompiledCondition that && source.equals(that.source) && use == that.use;
    }

    @Override
    public int hashCode() {
        return Objects.hash(source, use);
    }

    @Override
    public String toString() {
        return source;
    }
}
