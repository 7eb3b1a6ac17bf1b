package dev.sendero.rules.expression.cel;

import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.fast.PlainCondition;
import java.util.Objects;
import java.util.Set;

/** A condition that CEL evaluates. */
final class CompiledCondition implements Condition {

    private final String source;
    private final Use use;
    private final Program program;
    private final Set<Reading> readings;

    private CompiledCondition(String source, Use use, Program program, Set<Reading> readings) {
        this.source = source;
        this.use = use;
        this.program = program;
        this.readings = readings;
    }

    /** A condition in plain Java where that is possible. */
    static Condition of(String source, Use use, Checked checked) {
        return new FastTranslation(checked.paths())
                .predicate(checked.expression())
                .<Condition>map(predicate -> new PlainCondition(source, use, predicate, checked.readings()))
                .orElseGet(() -> byCel(source, use, checked));
    }

    /** The same condition evaluated by CEL, whatever it is made of. */
    static CompiledCondition byCel(String source, Use use, Checked checked) {
        return new CompiledCondition(source, use, Environment.program(checked), checked.readings());
    }

    @Override
    public Truth test(Scope scope) {
        return program.evaluate(scope)
                .map(value -> value instanceof Boolean flag ? Truth.of(flag) : Truth.UNKNOWN)
                .orElse(Truth.UNKNOWN);
    }

    @Override
    public String source() {
        return source;
    }

    @Override
    public Set<Reading> readings() {
        return readings;
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
