package dev.sendero.rules.expression.cel;

import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Use;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** An expression, in plain Java where it only names or writes out a value. */
final class CompiledExpression implements Expression {

    private final String source;
    private final Use use;
    private final Function<Scope, Optional<Object>> evaluation;

    private CompiledExpression(String source, Use use, Function<Scope, Optional<Object>> evaluation) {
        this.source = source;
        this.use = use;
        this.evaluation = evaluation;
    }

    static CompiledExpression of(String source, Use use, Checked checked) {
        Function<Scope, Optional<Object>> evaluation = new FastTranslation(checked.paths())
                .operand(checked.expression())
                .<Function<Scope, Optional<Object>>>map(operand -> scope -> JsonValues.of(operand.read(scope)))
                .orElseGet(() -> {
                    Program program = Environment.program(checked);
                    return scope -> program.evaluate(scope).flatMap(JsonValues::of);
                });
        return new CompiledExpression(source, use, evaluation);
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
