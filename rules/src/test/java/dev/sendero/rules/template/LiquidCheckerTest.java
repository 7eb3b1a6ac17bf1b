package dev.sendero.rules.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.expression.Compilation.Issue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LiquidCheckerTest {

    private static final LiquidChecker CHECKER = new LiquidChecker();
    private static final Set<String> PARTIALS = Set.of("header", "footer");
    private static final Set<String> CAPTURED = Set.of("added");

    @Test
    void every_mistake_is_shown_with_its_place_in_plain_words() throws IOException {
        String golden = read("mistakes.txt");

        String shown = golden.lines()
                .filter(line -> line.matches("(text|html|mjml|json): .*"))
                .map(LiquidCheckerTest::shown)
                .collect(Collectors.joining("\n"));

        assertThat(shown).isEqualTo(golden);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hello {{ profile.traits.first_name | default: 'you' }}",
                "Hello {{ profile.traits['first name'] }}",
                "{% assign total = run.added.properties.price | times: 2 | round: 2 %}{{ total }}",
                "{% for item in run.added.all %}{{ forloop.index }} {{ item.properties.name }}{% endfor %}",
                "{% capture x %}{{ run.trigger.name }}{% endcapture %}{{ x }}",
                "{% for i in (1..3) %}{{ i }}{% endfor %}",
                "{% if profile.segments contains 'vip' and now %}{{ profile.id | raw }}{% endif %}",
                "{% include 'header' %}{% render \"footer\" %}",
                "{% increment counter %}{{ counter }}",
                "{% comment %}{{ anything }}{% endcomment %}",
                "{% raw %}{{ anything }}{% endraw %}",
                "{{ run.added.timestamp | date: '%d.%m.%Y' }}"
            })
    void what_is_right_passes(String source) {
        assertThat(CHECKER.check(source, TemplateKind.HTML, PARTIALS, CAPTURED)).isEmpty();
    }

    @Test
    void places_count_code_points_over_lines() {
        String source = "😀 line\n\uD83D\uDE00😀 {{ profil.id }}\r\n{{ x | upcas }}";

        assertThat(CHECKER.check(source, TemplateKind.TEXT, Set.of(), Set.of()))
                .extracting(issue -> new String(source.codePoints().toArray(), issue.offset(), issue.length()))
                .containsExactly("profil", "x", "upcas");
    }

    @Test
    void a_partial_may_name_what_is_assigned_around_it() {
        String source = "{{ product.name }} {{ profil.id }}";

        assertThat(CHECKER.checkPartial(source, TemplateKind.HTML, Set.of(), Set.of()))
                .extracting(Issue::hint)
                .containsExactly("did you mean 'profile'?");
    }

    @Test
    void a_string_of_json_is_placed_in_its_source() {
        String source = "{\"a\": [\"x \\\"\\u00e9\\n😀 {{ profil.id }}\"]}";

        assertThat(CHECKER.check(source, TemplateKind.JSON, Set.of(), Set.of()))
                .extracting(issue -> new String(source.codePoints().toArray(), issue.offset(), issue.length()))
                .containsExactly("profil");
    }

    private static String shown(String line) {
        int colon = line.indexOf(": ");
        var kind = TemplateKind.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
        String source = line.substring(colon + 2);
        List<Issue> issues = CHECKER.check(source, kind, PARTIALS, CAPTURED);
        var text = new StringBuilder(line + "\n");
        for (Issue issue : issues) {
            text.append(" ".repeat(colon + 2 + issue.offset()))
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

    private static String read(String name) throws IOException {
        try (var stream = Objects.requireNonNull(LiquidCheckerTest.class.getResourceAsStream(name))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
