package dev.sendero.rules.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** The comments and empty lines of a text, each of which is written once: with what it stands before, or behind. */
final class Comments {

    private final String text;
    private final List<Integer> lineStarts = new ArrayList<>();
    private final TreeMap<Integer, Integer> scalars = new TreeMap<>();
    private final TreeMap<Integer, String> own = new TreeMap<>();
    private final TreeMap<Integer, String> behind = new TreeMap<>();
    private final Set<Integer> taken = new HashSet<>();

    Comments(String text, Part root) {
        this.text = text;
        lineStarts.add(0);
        for (int index = text.indexOf('\n'); index >= 0; index = text.indexOf('\n', index + 1)) {
            lineStarts.add(index + 1);
        }
        collectScalars(root);
        for (int line = 0; line < lineStarts.size(); line++) {
            find(line);
        }
    }

    /** All comments as they are written, in alphabetical order. */
    List<String> all() {
        var all = new ArrayList<>(own.values());
        all.removeIf(String::isEmpty);
        behind.values().forEach(comment -> all.add(comment.strip()));
        Collections.sort(all);
        return all;
    }

    int lineOf(int offset) {
        int found = Collections.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    /** The comments and empty lines right above a place, as they are written; empty lines are empty. */
    List<String> above(int offset) {
        var above = new ArrayList<String>();
        for (int line = lineOf(offset) - 1; line >= 0 && own.containsKey(line) && taken.add(line); line--) {
            above.add(0, own.getOrDefault(line, ""));
        }
        return above;
    }

    /** The comment on the line of a place, with the spaces before it; empty without one. */
    String behind(int offset) {
        int line = lineOf(offset);
        return behind.containsKey(line) && taken.add(line) ? behind.getOrDefault(line, "") : "";
    }

    /** What stands after everything. */
    List<String> rest() {
        var rest = new ArrayList<String>();
        own.forEach((line, comment) -> {
            if (taken.add(line)) {
                rest.add(comment);
            }
        });
        return rest;
    }

    private void collectScalars(Part part) {
        if (part instanceof Part.Scalar scalar) {
            // Empty lines behind a block of text are not a part of it.
            String written = text.substring(scalar.start(), scalar.end()).stripTrailing();
            scalars.put(scalar.start(), scalar.start() + written.length());
        } else if (part instanceof Part.Mapping mapping) {
            for (Part.Entry entry : mapping.entries()) {
                collectScalars(entry.key());
                collectScalars(entry.value());
            }
        } else if (part instanceof Part.Sequence sequence) {
            sequence.items().forEach(this::collectScalars);
        }
    }

    private void find(int line) {
        int start = lineStarts.get(line);
        int end = line + 1 < lineStarts.size() ? lineStarts.get(line + 1) - 1 : text.length();
        if (text.substring(start, end).isBlank()) {
            if (!isInside(start)) {
                own.put(line, "");
            }
            return;
        }
        for (int index = text.indexOf('#', start); index >= 0 && index < end; index = text.indexOf('#', index + 1)) {
            boolean begins = index == start || Character.isWhitespace(text.charAt(index - 1));
            if (begins && !isInside(index)) {
                String before = text.substring(start, index);
                String comment = text.substring(index, end).stripTrailing();
                if (before.isBlank()) {
                    own.put(line, comment);
                } else {
                    behind.put(line, before.substring(before.stripTrailing().length()) + comment);
                }
                return;
            }
        }
    }

    private boolean isInside(int offset) {
        var scalar = scalars.floorEntry(offset);
        return scalar != null && offset < scalar.getValue();
    }
}
