package dev.sendero.rules.expression.cel;

import dev.cel.common.types.CelKind;
import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Compilation.Compiled;
import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.expression.Compilation.Refused;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.ExpressionCompiler;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Compiles CEL against a tracking plan. The first expression of a process costs some tenths of a second, for CEL's own
 * start; nothing of CEL is loaded before it.
 */
public final class CelCompiler implements ExpressionCompiler {

    /** More than a project has distinct vocabularies; the least recently used ones are made anew. */
    private static final int MAX_ENVIRONMENTS = 200;

    private final TrackingPlan plan;
    private final Map<Vocabulary, Environment> environments = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Vocabulary, Environment> eldest) {
            return size() > MAX_ENVIRONMENTS;
        }
    };

    public CelCompiler(TrackingPlan plan) {
        this.plan = plan;
    }

    @Override
    public Compilation<Condition> condition(String source, Vocabulary vocabulary) {
        Compilation<Checked> checking = environment(vocabulary).check(source);
        if (checking instanceof Refused<Checked> refused) {
            return new Refused<>(refused.issues());
        }
        Checked checked = ((Compiled<Checked>) checking).result();
        if (checked.type().kind() != CelKind.BOOL && checked.type().kind() != CelKind.DYN) {
            return new Refused<>(List.of(noCondition(source, checked)));
        }
        return new Compiled<>(CompiledCondition.of(source, vocabulary.use(), checked));
    }

    @Override
    public Compilation<Expression> value(String source, Vocabulary vocabulary) {
        Compilation<Checked> checking = environment(vocabulary).check(source);
        if (checking instanceof Refused<Checked> refused) {
            return new Refused<>(refused.issues());
        }
        Checked checked = ((Compiled<Checked>) checking).result();
        return new Compiled<>(CompiledExpression.of(source, vocabulary.use(), checked));
    }

    private Environment environment(Vocabulary vocabulary) {
        synchronized (environments) {
            return environments.computeIfAbsent(vocabulary, missing -> new Environment(missing, plan));
        }
    }

    private static Issue noCondition(String source, Checked checked) {
        return new Issue(
                0,
                source.codePointCount(0, source.length()),
                "a condition must be true or false, and this is " + TypeWords.of(checked.type()),
                checked.type().kind() == CelKind.STRUCT || checked.type().kind() == CelKind.MAP
                        ? "has(…) asks whether something is there"
                        : "compare it, as in … == …");
    }
}
