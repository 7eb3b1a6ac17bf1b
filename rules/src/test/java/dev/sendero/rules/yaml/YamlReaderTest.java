package dev.sendero.rules.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sendero.rules.problem.Findings;
import dev.sendero.rules.problem.Problem;
import dev.sendero.rules.problem.ProblemCode;
import dev.sendero.rules.problem.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class YamlReaderTest {

    @Test
    void words_that_other_yaml_takes_for_truth_are_texts() {
        assertThat(json("a: NO\nb: on\nc: 10:30\nd: 1_000\ne: 0x1F"))
                .isEqualTo(Map.of("a", "NO", "b", "on", "c", "10:30", "d", "1_000", "e", "0x1F"));
    }

    @Test
    void numbers_truth_and_nothing_are_what_they_look_like() {
        assertThat(json("a: 5\nb: 2.5\nc: true\nd: \"5\"\ne: ~\nf: [1, x]"))
                .isEqualTo(Map.of("a", 5L, "b", 2.5, "c", true, "d", "5", "f", List.of(1L, "x")));
    }

    @Test
    void an_empty_file_is_an_empty_mapping() {
        assertThat(json("")).isEqualTo(Map.of());
        assertThat(json("# only a comment\n")).isEqualTo(Map.of());
        assertThat(json("\uFEFFa: b")).isEqualTo(Map.of("a", "b"));
    }

    @Test
    void a_word_in_braces_that_goes_on_in_the_next_line_is_told_as_any_other_mistake() {
        var findings = new Findings(SourceFile.of("f.yaml", """
                events:
                  - { at: "10:00", properties: { cart_id: c1, name: A long name of a product, pr
                  - { at: "12:00" } }
                """));

        YamlReader.read(findings);

        assertThat(findings.hasErrors()).isTrue();
    }

    @Test
    void every_trap_is_found_and_what_follows_is_read() {
        var findings = new Findings(SourceFile.of("f.yaml", """
                a: !has(x)
                b: "vip" in segments
                c: { d: f(a, b), e: g[0] }
                h: one: two
                i:nothing
                j: { text: Hi {{ name }}, to: x }
                k: #channel
                l: @home
                m: "open
                n: 'shut'
                """));

        Optional<YamlNode> root = YamlReader.read(findings);

        assertThat(findings.problems()).extracting(Problem::code).containsOnly(ProblemCode.YAML_TRAP);
        assertThat(findings.problems())
                .extracting(Problem::hint)
                .containsExactlyInAnyOrder(
                        "a: '!has(x)'",
                        "b: '\"vip\" in segments'",
                        "c: { d: 'f(a, b)', e: 'g[0]' }",
                        "h: 'one: two'",
                        "i: nothing",
                        "j: { text: 'Hi {{ name }}', to: x }",
                        "k: '#channel'",
                        "l: '@home'",
                        "m: \"open\"");
        assertThat(ValueReader.json(root.orElseThrow()))
                .contains(Map.ofEntries(
                        Map.entry("a", "!has(x)"),
                        Map.entry("b", "\"vip\" in segments"),
                        Map.entry("c", Map.of("d", "f(a, b)", "e", "g[0]")),
                        Map.entry("h", "one: two"),
                        Map.entry("i", "nothing"),
                        Map.entry("j", Map.of("text", "Hi {{ name }}", "to", "x")),
                        Map.entry("k", "#channel"),
                        Map.entry("l", "@home"),
                        Map.entry("m", "open"),
                        Map.entry("n", "shut")));
    }

    @Test
    void a_value_that_a_comma_splits_between_braces_is_shown_whole() {
        var findings = new Findings(SourceFile.of("f.yaml", "- { subject: Hi, you, text: x }"));

        Optional<YamlNode> root = YamlReader.read(findings);

        assertThat(findings.problems()).extracting(Problem::hint).containsExactly("- { subject: 'Hi, you', text: x }");
        assertThat(ValueReader.json(root.orElseThrow())).contains(List.of(Map.of("subject", "Hi, you", "text", "x")));
    }

    @Test
    void a_tab_in_the_indentation_is_shown_as_spaces() {
        var findings = new Findings(SourceFile.of("f.yaml", "a:\n\tb: c\n"));

        assertThat(YamlReader.read(findings).flatMap(ValueReader::json)).contains(Map.of("a", Map.of("b", "c")));
        assertThat(findings.problems()).extracting(Problem::hint).containsExactly("write '  b: c', with spaces");
    }

    @Test
    void a_comment_beside_a_key_of_a_list_is_no_trap() {
        assertThat(json("a: # the list\n  - b\nc: d # e\n")).isEqualTo(Map.of("a", List.of("b"), "c", "d"));
    }

    @Test
    void aliases_do_not_multiply() {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (int level = 1; level < 30; level++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(level, level, ("*a" + (level - 1) + ", ").repeat(8) + "x"));
        }

        var findings = new Findings(SourceFile.of("f.yaml", bomb.toString()));
        YamlReader.read(findings);

        assertThat(findings.problems()).extracting(Problem::code).containsOnly(ProblemCode.YAML_FEATURE);
    }

    @Test
    void depth_and_size_are_bounded() {
        for (String text :
                List.of("[".repeat(500_000), "{a: ".repeat(100_000), "- ".repeat(100_000), "[]\n".repeat(9))) {
            var findings = new Findings(SourceFile.of("f.yaml", text));

            assertThat(YamlReader.read(findings)).isEmpty();
            assertThat(findings.problems()).extracting(Problem::code).containsExactly(ProblemCode.YAML_SYNTAX);
        }
    }

    private static Object json(String text) {
        var findings = new Findings(SourceFile.of("f.yaml", text));
        Optional<YamlNode> root = YamlReader.read(findings);
        assertThat(findings.problems()).isEmpty();
        return root.flatMap(ValueReader::json).orElseThrow();
    }
}
