package dev.sendero.rules.expression.cel;

import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Reading;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Use;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** An expression, in plain Java where it only names or writes out a value. */
final class CompiledExpression implements Expression {

    private final String source;
    private final Use use;
    private final Function<Scope, Optional<Object>> evaluation;
    private final Set<Reading> readings;

    private CompiledExpression(
            String source, Use use, Function<Scope, Optional<Object>> evaluation, Set<Reading> readings) {
        this.source = source;
        this.use = use;
        this.evaluation = evaluation;
        this.readings = readings;
    }

    static CompiledExpression of(String source, Use use, Checked checked) {
        Function<Scope, Optional<Object>> evaluation = new FastTranslation(checked.paths())
                .operand(checked.expression())
                .<Function<Scope, Optional<Object>>>map(operand -> scope -> JsonValues.of(operand.read(scope)))
                .orElseGet(() -> {
                    Program program = Environment.program(checked);
                    return scope -> program.evaluate(scope).flatMap(JsonValues::of);
                });
        return new CompiledExpression(source, use, evaluation, checked.readings());
    }

    @Override
    public Optional<Object> evaluate(Scope scope) {
        return evaluation.apply(scope);
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
        return other instanceof CompiledExpression that && source.equals(that.source) && use == that.use;
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
