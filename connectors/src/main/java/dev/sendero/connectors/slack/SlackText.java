package dev.sendero.connectors.slack;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.SectionBlock;
import com.slack.api.model.block.composition.MarkdownTextObject;
import java.util.ArrayList;
import java.util.List;

/** A text in Slack's markup as blocks of Block Kit. */
final class SlackText {

    /** Slack, "Section block". */
    private static final int MOST_CHARACTERS = 3_000;

    /** Slack, "Blocks". */
    private static final int MOST_BLOCKS = 50;

    private SlackText() {}

    /**
     * Sections of whole lines, since a cut within a line might cut a link. None for what does not fit into blocks, which
     * Slack shows as the message's plain text.
     */
    static List<LayoutBlock> blocksOf(String text) {
        var blocks = new ArrayList<LayoutBlock>();
        var section = new StringBuilder();
        for (String line : text.strip().split("\n", -1)) {
            if (line.length() > MOST_CHARACTERS) {
                return List.of();
            }
            if (section.length() + line.length() + 1 > MOST_CHARACTERS) {
                add(blocks, section.toString());
                section.setLength(0);
            }
            section.append(section.isEmpty() ? "" : "\n").append(line);
        }
        add(blocks, section.toString());
        return blocks.size() > MOST_BLOCKS ? List.of() : List.copyOf(blocks);
    }

    private static void add(List<LayoutBlock> blocks, String text) {
        if (!text.isBlank()) {
            blocks.add(SectionBlock.builder()
                    .text(MarkdownTextObject.builder().text(text).build())
                    .build());
        }
    }
}
