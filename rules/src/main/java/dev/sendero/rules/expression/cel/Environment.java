package dev.sendero.rules.expression.cel;

import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSource;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Compilation.Compiled;
import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.expression.Compilation.Refused;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.plan.TrackingPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** CEL as we use it, for one vocabulary. */
final class Environment {

    private static final CelOptions OPTIONS = CelOptions.current()
            .maxExpressionCodePointSize(Limits.SOURCE_LENGTH)
            .maxParseRecursionDepth(Limits.NESTING)
            .maxParseExpressionNodeCount(Limits.NODES)
            .comprehensionMaxIterations(Limits.ITERATIONS)
            .maxRegexProgramSize(Limits.REGEX_PROGRAM)
            .enableHeterogeneousNumericComparisons(true)
            .enableQuotedIdentifierSyntax(true)
            .populateMacroCalls(false)
            .build();

    private final Vocabulary vocabulary;
    private final TrackingPlan plan;
    private final Declarations declarations;
    private final CelCompiler compiler;

    Environment(Vocabulary vocabulary, TrackingPlan plan) {
        this.vocabulary = vocabulary;
        this.plan = plan;
        this.declarations = Declarations.of(vocabulary, plan);
        var builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(OPTIONS)
                .setStandardEnvironmentEnabled(false)
                .setStandardDeclarations(Standard.DECLARATIONS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .addFunctionDeclarations(Operators.declarations())
                .setTypeProvider(declarations.types());
        if (vocabulary.use() != Use.EVENT) {
            builder.addFunctionDeclarations(TraitCalls.declarations());
        }
        declarations.variables().forEach(builder::addVar);
        this.compiler = builder.build();
    }

    Compilation<Checked> check(String text) {
        var source = new SourceText(text);
        if (text.isBlank()) {
            return new Refused<>(List.of(new Issue(0, Math.max(1, source.length()), "there is no expression", "")));
        }
        CelValidationResult parsed = compiler.parse(text);
        if (parsed.hasError()) {
            return new Refused<>(List.of(firstSyntaxError(parsed, source)));
        }
        try {
            return checkTypes(parsed.getAst(), source);
        } catch (CelValidationException impossible) {
            throw new IllegalStateException("parse result without errors (expected: a tree)", impossible);
        }
    }

    /** What the parser says after its first error mostly follows from it. */
    private static Issue firstSyntaxError(CelValidationResult parsed, SourceText source) {
        CelIssue first = parsed.getErrors().get(0);
        int offset =
                parsed.getSource().getLocationOffset(first.getSourceLocation()).orElse(0);
        return Syntax.explain(first.getMessage(), offset, source);
    }

    private Compilation<Checked> checkTypes(CelAbstractSyntaxTree parsed, SourceText source)
            throws CelValidationException {
        CelSource place = parsed.getSource();
        var ast = CelAbstractSyntaxTree.newParsedAst(new Indexes().rewrite(parsed.getExpr()), place);
        List<Issue> literals = new ArrayList<>(Literals.check(ast, source));
        literals.addAll(TraitCalls.check(ast, source, plan));
        CelValidationResult types = compiler.check(ast);
        if (types.hasError() || !literals.isEmpty()) {
            var explained = new TypeErrors(ast, source, declarations, vocabulary.use());
            var issues = new ArrayList<>(literals);
            types.getErrors().stream()
                    .filter(issue -> !TypeErrors.isAboutNull(issue))
                    .map(explained::explain)
                    .forEach(issues::add);
            return new Refused<>(issues.stream()
                    .distinct()
                    .sorted(Comparator.comparingInt(Issue::offset))
                    .toList());
        }
        var paths = new Paths(vocabulary);
        var rewritten = paths.rewrite(ast.getExpr());
        return new Compiled<>(
                new Checked(rewritten, place, paths, types.getAst().getResultType()));
    }

    static Program program(Checked checked) {
        try {
            return new Program(
                    Standard.RUNTIME.createProgram(
                            CelAbstractSyntaxTree.newParsedAst(checked.expression(), checked.source())),
                    checked.paths().operands(),
                    checked.paths().tested());
        } catch (CelEvaluationException impossible) {
            throw new IllegalStateException("checked expression (expected: one that can be planned)", impossible);
        }
    }

    /** What all vocabularies share; made when the first expression is. */
    private static final class Standard {
        static final CelStandardDeclarations DECLARATIONS = Operators.standardDeclarations();
        static final CelRuntime RUNTIME = CelRuntimeFactory.plannerRuntimeBuilder()
                .setOptions(OPTIONS)
                .setStandardFunctions(Operators.standardFunctions())
                .addFunctionBindings(Operators.bindings())
                .build();
    }
}
