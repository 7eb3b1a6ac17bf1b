package dev.sendero.cli.documentation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fenced block of a page.
 *
 * @param line where its text begins, from 1
 * @param language the first word behind the fence; empty when there is none
 * @param file the file that it is, or changes, from {@code file=…} behind the fence; empty when it is none
 * @param shownFile the file of which it shows a part, from {@code in=…}; empty when it shows none
 */
record Snippet(int line, String language, String file, String shownFile, List<String> lines) {

    private static final Pattern FENCE = Pattern.compile("\\s*```+(\\w*)(?: +(?:file=(\\S+)|in=(\\S+)))?\\s*");

    static List<Snippet> of(List<String> page) {
        var snippets = new ArrayList<Snippet>();
        for (int at = 0; at < page.size(); at++) {
            Matcher fence = FENCE.matcher(page.get(at));
            if (fence.matches()) {
                int end = at + 1;
                while (end < page.size() && !page.get(end).strip().startsWith("```")) {
                    end++;
                }
                snippets.add(new Snippet(
                        at + 2,
                        fence.group(1),
                        text(fence, 2),
                        text(fence, 3),
                        List.copyOf(page.subList(at + 1, end))));
                at = end;
            }
        }
        return snippets;
    }

    private static String text(Matcher fence, int group) {
        String text = fence.group(group);
        return text == null ? "" : text;
    }

    /** Else it shows a file, a part of one, or a change of one, and says of which. */
    boolean isOfNoFile() {
        return file.isEmpty() && shownFile.isEmpty();
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
