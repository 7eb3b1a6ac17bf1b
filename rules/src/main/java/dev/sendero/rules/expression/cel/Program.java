package dev.sendero.rules.expression.cel;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelVariableResolver;
import dev.sendero.rules.expression.Scope;
import dev.sendero.rules.expression.Truth;
import dev.sendero.rules.expression.fast.Operand;
import dev.sendero.rules.expression.fast.Path;
import java.util.Map;
import java.util.Optional;

/** An expression that CEL evaluates. */
record Program(CelRuntime.Program program, Map<String, Operand> operands, Map<String, Path> tested) {

    /** Empty when something is missing, of the wrong type or too costly. */
    Optional<Object> evaluate(Scope scope) {
        CelVariableResolver variables = name -> variable(name, scope);
        try {
            return Optional.ofNullable(program.eval(variables));
        } catch (CelEvaluationException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private Optional<Object> variable(String name, Scope scope) {
        Operand operand = operands.get(name);
        if (operand != null) {
            return Optional.ofNullable(operand.read(scope));
        }
        Path asked = tested.get(name);
        if (asked == null) {
            return Optional.empty();
        }
        Truth present = asked.isPresent(scope);
        return present == Truth.UNKNOWN ? Optional.empty() : Optional.of(present == Truth.TRUE);
    }
}
