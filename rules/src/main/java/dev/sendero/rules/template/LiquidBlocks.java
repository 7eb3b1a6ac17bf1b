package dev.sendero.rules.template;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;

/** Matches the beginnings and ends of blocks, to find the one that is not closed. */
final class LiquidBlocks {

    /** Tags that have an end. */
    static final Set<String> NAMES = Set.of("capture", "case", "comment", "for", "if", "raw", "unless");

    /** A block's name where it begins. */
    record Opening(String name, int offset) {
        int length() {
            return name.length();
        }
    }

    private LiquidBlocks() {}

    /** The innermost block that has no end. */
    static Optional<Opening> unclosed(CodePoints text) {
        Deque<Opening> open = new ArrayDeque<>();
        for (int tag = text.indexOf("{%", 0); tag >= 0; tag = text.indexOf("{%", tag + 2)) {
            int word = tag + 2;
            while (word < text.length() && " -\t\r\n".contains(text.text(word, word + 1))) {
                word++;
            }
            String name = text.text(word, text.endOfWord(word));
            if (NAMES.contains(name)) {
                open.push(new Opening(name, word));
            } else if (name.startsWith("end") && !open.isEmpty()) {
                open.pop();
            }
        }
        return Optional.ofNullable(open.peek());
    }
}
