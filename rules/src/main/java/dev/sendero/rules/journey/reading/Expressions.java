package dev.sendero.rules.journey.reading;

import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.ExpressionCompiler;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.yaml.ValueReader;
import dev.sendero.rules.yaml.YamlNode;
import dev.sendero.rules.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Compiles the expressions of a file and puts what the compiler says to the right place of it. */
public final class Expressions {

    private final ExpressionCompiler compiler;
    private final ValueReader values;
    private final List<WrittenCondition> conditions = new ArrayList<>();

    public Expressions(ExpressionCompiler compiler, ValueReader values) {
        this.compiler = compiler;
        this.values = values;
    }

    /** {@link Condition#ALWAYS} in place of one that is wrong. */
    public Condition condition(YamlNode node, String name, Vocabulary vocabulary) {
        Optional<YamlScalar> source = values.scalar(node, name);
        if (source.isEmpty()) {
            return Condition.ALWAYS;
        }
        Optional<Condition> condition = resultOf(compiler.condition(source.get().text(), vocabulary), source.get());
        condition.ifPresent(compiled ->
                conditions.add(new WrittenCondition(compiled, name, source.get().place())));
        return condition.orElse(Condition.ALWAYS);
    }

    /** All conditions that were compiled, in the order in which they were read. */
    public List<WrittenCondition> conditions() {
        return List.copyOf(conditions);
    }

    public Optional<Expression> value(YamlNode node, String name, Vocabulary vocabulary) {
        return values.scalar(node, name).flatMap(source -> resultOf(compiler.value(source.text(), vocabulary), source));
    }

    private <T> Optional<T> resultOf(Compilation<T> compilation, YamlScalar source) {
        if (compilation instanceof Compilation.Compiled<T> compiled) {
            return Optional.of(compiled.result());
        }
        report(values.findings(), ProblemCode.EXPRESSION, source, ((Compilation.Refused<T>) compilation).issues());
        return Optional.empty();
    }

    static void report(Findings findings, ProblemCode code, YamlScalar source, List<Compilation.Issue> issues) {
        for (Compilation.Issue issue : issues) {
            findings.error(code, source.placeOf(issue.offset(), issue.length()), issue.message(), issue.hint());
        }
    }
}
