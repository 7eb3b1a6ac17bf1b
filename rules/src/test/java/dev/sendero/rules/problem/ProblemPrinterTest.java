package dev.sendero.rules.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemPrinterTest {

    @Test
    void a_problem_shows_place_line_caret_and_hint() {
        var source = SourceFile.of("journeys/abandoned-cart.yaml", """
                trigger:
                    - none_of: [Product Added, Ordr Completed]
                """);
        var findings = new Findings(source);

        findings.error(
                ProblemCode.UNKNOWN_EVENT,
                new Place("journeys/abandoned-cart.yaml", 2, 30, 14),
                "no event 'Ordr Completed' in events.yaml",
                "did you mean 'Order Completed'?");

        assertThat(ProblemPrinter.print(findings.problems())).isEqualTo("""
                journeys/abandoned-cart.yaml:2:30: error[unknown-event]: no event 'Ordr Completed' in events.yaml
                   |     - none_of: [Product Added, Ordr Completed]
                   |                              ^
                hint: did you mean 'Order Completed'?
                """);
    }

    @Test
    void the_caret_stands_under_its_place_behind_tabs_wide_characters_and_accents() {
        assertThat(linesOf("\ta: x", 5)).containsExactly("   | \ta: x", "   | \t   ^");
        assertThat(linesOf("a: 日本 x", 7)).containsExactly("   | a: 日本 x", "   |         ^");
        assertThat(linesOf("a: 🛒 x", 6)).containsExactly("   | a: 🛒 x", "   |       ^");
        assertThat(linesOf("a: e\u0301 x", 7)).containsExactly("   | a: e\u0301 x", "   |      ^");
    }

    @Test
    void of_a_long_line_the_part_around_the_place_is_shown() {
        List<String> lines = linesOf("x".repeat(500) + "!" + "y".repeat(500), 501);

        assertThat(lines.get(0)).hasSizeLessThan(180).startsWith("   | …").endsWith("…");
        assertThat(lines.get(0).charAt(lines.get(1).indexOf('^'))).isEqualTo('!');
    }

    @Test
    void nothing_that_a_file_says_steers_the_terminal() {
        assertThat(linesOf("a: \u001b[31mred", 1).get(0)).doesNotContain("\u001b");
    }

    @Test
    void machines_get_the_same_with_a_format() {
        var findings = new Findings(SourceFile.of("sendero.yaml", "a: b"));
        findings.warning(ProblemCode.UNKNOWN_KEY, new Place("sendero.yaml", 1, 1, 1), "no key 'a'", "");

        assertThat(ProblemJson.write(findings.problems()))
                .isEqualTo("{\"format\":\"sendero.validate/1\",\"problems\":[{\"code\":\"unknown-key\",\"column\":1,"
                        + "\"file\":\"sendero.yaml\",\"hint\":\"\",\"length\":1,\"line\":1,"
                        + "\"message\":\"no key 'a'\",\"severity\":\"warning\",\"source\":\"a: b\"}]}");
    }

    private static List<String> linesOf(String sourceLine, int column) {
        var problem = new Problem(
                ProblemCode.YAML_SYNTAX, Severity.ERROR, new Place("f", 1, column, 1), "message", sourceLine, "");
        return ProblemPrinter.print(problem).lines().skip(1).toList();
    }
}
