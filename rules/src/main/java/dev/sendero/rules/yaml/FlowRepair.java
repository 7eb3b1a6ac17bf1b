package dev.sendero.rules.yaml;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quotes the values of a flow mapping on one line that would end too early: {@code { where: a[0] == "b" }}. */
final class FlowRepair {

    private static final Pattern KEY = Pattern.compile("(?<=[{,])\\s*[A-Za-z_][A-Za-z0-9_ -]*:\\s+");
    private static final Pattern COMPLETE_QUOTED = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|'(?:[^']|'')*+'");
    private static final Pattern NEEDS_QUOTES = Pattern.compile(".*[,\\[\\]{}#!&*%@`\"'|>:].*");

    private FlowRepair() {}

    /** @param start where the value begins, from 0 */
    static Optional<LineRepair> of(String line, int start) {
        int end = Math.max(line.lastIndexOf('}'), line.lastIndexOf(']'));
        if (end <= start) {
            return Optional.empty();
        }
        var corrected = new StringBuilder(line.substring(0, start));
        int firstQuoted = -1;
        int copied = start;
        Matcher key = KEY.matcher(line).region(start, end).useTransparentBounds(true);
        boolean found = key.find();
        while (found) {
            int valueStart = key.end();
            found = key.find();
            int valueEnd = found ? key.start() - 1 : endOfLastValue(line, valueStart, end);
            String value =
                    line.substring(valueStart, Math.max(valueStart, valueEnd)).stripTrailing();
            if (needsQuotes(value)) {
                firstQuoted = firstQuoted < 0 ? valueStart : firstQuoted;
                corrected.append(line, copied, valueStart).append(LineRepair.quoted(value));
                copied = valueStart + value.length();
            }
        }
        if (firstQuoted < 0) {
            return Optional.empty();
        }
        corrected.append(line.substring(copied));
        return Optional.of(new LineRepair(line, firstQuoted, trapOf(line, firstQuoted), corrected.toString()));
    }

    /** Before the brace that closes the mapping of the last value; brackets inside the value come in pairs. */
    private static int endOfLastValue(String line, int start, int end) {
        int depth = 0;
        for (int index = start; index < end; index++) {
            char character = line.charAt(index);
            if (character == '{' || character == '[') {
                depth++;
            } else if (character == '}' || character == ']') {
                depth--;
                if (depth < 0) {
                    return index;
                }
            }
        }
        return end;
    }

    private static boolean needsQuotes(String value) {
        boolean nested = (value.startsWith("{") && !value.startsWith("{{")) || value.startsWith("[");
        return !nested
                && NEEDS_QUOTES.matcher(value).matches()
                && !COMPLETE_QUOTED.matcher(value).matches();
    }

    private static String trapOf(String line, int start) {
        return switch (line.charAt(start)) {
            case '#' -> "'#' begins a comment here unless the value is in quotes";
            case '!' -> "a value that begins with '!' is a tag to YAML unless it is in quotes";
            default -> "between braces a value ends at ',', '[', ']', '{' or '}' unless it is in quotes";
        };
    }
}
