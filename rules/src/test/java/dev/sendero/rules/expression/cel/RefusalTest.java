package dev.sendero.rules.expression.cel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.CapturedItem;
import dev.sendero.rules.expression.Compilation;
import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.expression.Compilation.Refused;
import dev.sendero.rules.expression.Condition;
import dev.sendero.rules.expression.Use;
import dev.sendero.rules.expression.Vocabulary;
import dev.sendero.rules.plan.PlannedEvent;
import dev.sendero.rules.plan.PropertyType;
import dev.sendero.rules.plan.TrackingPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a marketer sees of a mistake: the source, a caret line under it, the message and the hint. */
class RefusalTest {

    private static final String SOURCE = "when: ";

    private static final CelCompiler COMPILER = new CelCompiler(plan());

    @Test
    void every_mistake_is_shown_with_its_place_in_plain_words() throws IOException {
        String golden = read("refusals.txt");

        String shown = golden.lines()
                .filter(line -> line.startsWith(SOURCE))
                .map(line -> line.substring(SOURCE.length()))
                .map(RefusalTest::shown)
                .collect(Collectors.joining("\n"));

        assertThat(shown).isEqualTo(golden);
    }

    private static String shown(String source) {
        var text = new StringBuilder(SOURCE + source + "\n");
        for (Issue issue : issues(source)) {
            text.append(" ".repeat(SOURCE.length() + issue.offset()))
                    .append("^".repeat(issue.length()))
                    .append(' ')
                    .append(issue.message())
                    .append('\n');
            if (!issue.hint().isEmpty()) {
                text.append("      hint: ").append(issue.hint()).append('\n');
            }
        }
        return text.toString();
    }

    private static List<Issue> issues(String source) {
        Compilation<Condition> compilation = COMPILER.condition(source, TRIGGER);
        assertThat(compilation).as(source).isInstanceOf(Refused.class);
        return ((Refused<Condition>) compilation).issues();
    }

    private static String read(String name) throws IOException {
        try (var stream = Objects.requireNonNull(RefusalTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static final Vocabulary TRIGGER = new Vocabulary(
            Use.TRIGGER, Set.of("Product Added"), Map.of("added", new CapturedItem(Set.of("Product Added"), true)));

    private static TrackingPlan plan() {
        var properties = new TreeMap<>(Map.of(
                "price", PropertyType.NUMBER,
                "name", PropertyType.STRING,
                "cart id", PropertyType.STRING,
                "items", PropertyType.LIST,
                "gift", PropertyType.BOOLEAN));
        return new TrackingPlan(
                true, new TreeMap<>(Map.of("Product Added", new PlannedEvent("Product Added", properties))));
    }
}
