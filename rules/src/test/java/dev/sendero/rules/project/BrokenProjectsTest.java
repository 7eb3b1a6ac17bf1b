package dev.sendero.rules.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Expression;
import dev.sendero.rules.expression.ExpressionCompiler;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.expression.cel.CelCompiler;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemPrinter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** Whatever is done to the files of a good project, reading it ends with problems and never with an exception. */
class BrokenProjectsTest {

    private static final int ROUNDS = 150;

    private static final List<String> VALUES = List.of(
            "5",
            "true",
            "~",
            "\"\"",
            "[]",
            "{}",
            "[a, b]",
            "{ a: b }",
            "- x",
            "!x",
            "*x",
            "&x y",
            "'",
            "\"",
            "|",
            "#x",
            "{{ x }}",
            "-1h",
            "9".repeat(40),
            "\uD83D\uDED2",
            "\t");

    @Test
    void a_mutated_project_is_read_to_its_end() throws IOException {
        ProjectFiles shop = onlyTheCart(ProjectFolder.load(Path.of("..", "examples", "shop")));
        Project good = ProjectReader.read(shop);
        ExpressionCompiler compiler = new RememberingCompiler(new CelCompiler(good.plan()));
        List<String> paths = shop.texts().keySet().stream().toList();

        for (long seed = 0; seed < ROUNDS; seed++) {
            var random = new Random(seed);
            String path = paths.get(random.nextInt(paths.size()));
            String mutated = mutate(shop.texts().get(path), random);
            var texts = new TreeMap<>(shop.texts());
            texts.put(path, mutated);

            assertThatCode(() -> {
                        Project project = ProjectReader.read(new ProjectFiles(texts), plan -> compiler);
                        for (Problem problem : project.problems()) {
                            assertThat(ProblemPrinter.print(problem))
                                    .contains(problem.code().slug());
                            assertThat(problem.place().column()).isPositive();
                            assertThat(problem.message()).isNotBlank().doesNotContain("Exception");
                        }
                    })
                    .as("seed %d, %s:%n%s", seed, path, mutated)
                    .doesNotThrowAnyException();
        }
    }

    /** One journey has enough to break, and is read four times as fast as four. */
    private static ProjectFiles onlyTheCart(ProjectFiles shop) {
        var texts = new TreeMap<>(shop.texts());
        texts.keySet().removeIf(path -> path.matches("(journeys|tests)/(?!abandoned-cart).*"));
        return new ProjectFiles(texts);
    }

    private static String mutate(String text, Random random) {
        String mutated = text;
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            mutated = random.nextInt(4) == 0 ? cut(mutated, random) : mutateLines(mutated, random);
        }
        return mutated;
    }

    private static String cut(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        int from = random.nextInt(text.length());
        int to = Math.min(text.length(), from + 1 + random.nextInt(12));
        return text.substring(0, from) + text.substring(to);
    }

    private static String mutateLines(String text, Random random) {
        var lines = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        int one = random.nextInt(lines.size());
        int other = random.nextInt(lines.size());
        switch (random.nextInt(5)) {
            case 0 -> lines.remove(one);
            case 1 -> lines.add(other, lines.get(one));
            case 2 -> Collections.swap(lines, one, other);
            case 3 -> lines.set(one, lines.get(one).replaceFirst("(?<=[:{,-] ).+", valueOf(random)));
            default -> lines.set(one, " ".repeat(random.nextInt(4)) + lines.get(one));
        }
        return String.join("\n", lines);
    }

    private static String valueOf(Random random) {
        return Matcher.quoteReplacement(VALUES.get(random.nextInt(VALUES.size())));
    }

    /** Most expressions are the same in every round. */
    private record RememberingCompiler(
            ExpressionCompiler compiler,
            Map<List<Object>, Compilation<Condition>> conditions,
            Map<List<Object>, Compilation<Expression>> values)
            implements ExpressionCompiler {

        RememberingCompiler(ExpressionCompiler compiler) {
            this(compiler, new HashMap<>(), new HashMap<>());
        }

        @Override
        public Compilation<Condition> condition(String source, Vocabulary vocabulary) {
            return conditions.computeIfAbsent(
                    List.of(source, vocabulary), unseen -> compiler.condition(source, vocabulary));
        }

        @Override
        public Compilation<Expression> value(String source, Vocabulary vocabulary) {
            return values.computeIfAbsent(List.of(source, vocabulary), unseen -> compiler.value(source, vocabulary));
        }
    }
}
