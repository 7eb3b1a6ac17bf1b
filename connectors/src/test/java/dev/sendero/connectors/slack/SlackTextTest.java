package dev.sendero.connectors.slack;

import static org.assertj.core.api.Assertions.assertThat;

import com.slack.api.model.block.SectionBlock;
import java.util.List;
import org.junit.jupiter.api.Test;

class SlackTextTest {

    @Test
    void a_short_text_is_one_section() {
        assertThat(sectionsOf("*New order*\n<https://shop.example/1|look>\n"))
                .containsExactly("*New order*\n<https://shop.example/1|look>");
    }

    @Test
    void a_long_text_is_cut_between_lines() {
        String line = "x".repeat(1_400);

        assertThat(sectionsOf(String.join("\n", line, line, line))).containsExactly(line + "\n" + line, line);
    }

    @Test
    void what_cannot_be_cut_so_or_says_nothing_has_no_blocks() {
        assertThat(sectionsOf("x".repeat(3_001))).isEmpty();
        assertThat(sectionsOf(("x".repeat(3_000) + "\n").repeat(51))).isEmpty();
        assertThat(sectionsOf(" \n ")).isEmpty();
    }

    private static List<String> sectionsOf(String text) {
        return SlackText.blocksOf(text).stream()
                .map(block -> ((SectionBlock) block).getText().getText())
                .toList();
    }
}
