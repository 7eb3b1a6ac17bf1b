package dev.sendero.rules.template;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.sendero.api.json.WireJson;
import dev.sendero.rules.expression.Compilation.Issue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The strings of a JSON source, with their places. */
final class JsonLeaves {

    private static final int MAX_STRING = 1 << 20;

    /**
     * A string.
     *
     * @param value as it is meant, without escapes
     * @param offsets where each code point of the value begins in the source, and where the value ends; in code points
     */
    record Leaf(String value, List<Integer> offsets) {
        /** Moves an issue of the value to its place in the source. */
        Issue inSource(Issue issue) {
            int start = offsets.get(Math.min(issue.offset(), offsets.size() - 1));
            int end = offsets.get(Math.min(issue.offset() + issue.length(), offsets.size() - 1));
            return new Issue(start, Math.max(1, end - start), issue.message(), issue.hint());
        }
    }

    /** @param issues none or one: the source is no JSON */
    record Outcome(List<Leaf> leaves, List<Issue> issues) {}

    private JsonLeaves() {}

    static Outcome of(String source) {
        var leaves = new ArrayList<Leaf>();
        try (JsonParser parser = WireJson.factory(MAX_STRING).createParser(source)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    int quote = (int) parser.currentTokenLocation().getCharOffset();
                    leaves.add(new Leaf(parser.getText(), offsets(source, quote + 1)));
                }
            }
            return new Outcome(leaves, List.of());
        } catch (JsonProcessingException malformed) {
            long at = malformed.getLocation() == null
                    ? 0
                    : malformed.getLocation().getCharOffset();
            int offset = source.codePointCount(0, (int) Math.min(Math.max(0, at), source.length()));
            int last = Math.max(0, source.codePointCount(0, source.length()) - 1);
            return new Outcome(
                    List.of(),
                    List.of(new Issue(
                            Math.min(offset, last), 1, "this is no JSON: " + malformed.getOriginalMessage(), "")));
        } catch (IOException impossible) {
            throw new IllegalStateException("a text (expected: one that can be read from memory)", impossible);
        }
    }

    private static List<Integer> offsets(String source, int first) {
        var offsets = new ArrayList<Integer>();
        int offset = source.codePointCount(0, first);
        int index = first;
        while (index < source.length() && source.charAt(index) != '"') {
            offsets.add(offset);
            int length = escapeLength(source, index);
            offset += source.codePointCount(index, index + length);
            index += length;
        }
        offsets.add(offset);
        return offsets;
    }

    /** Characters that stand for one code point of the value. */
    private static int escapeLength(String source, int index) {
        if (source.charAt(index) != '\\') {
            return Character.charCount(source.codePointAt(index));
        }
        if (source.charAt(index + 1) != 'u') {
            return 2;
        }
        char unit = (char) Integer.parseInt(source.substring(index + 2, index + 6), 16);
        return Character.isHighSurrogate(unit) && source.startsWith("\\u", index + 6) ? 12 : 6;
    }
}
