package dev.sendero.rules.yaml;

import dev.sendero.rules.problem.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line as it may have been meant.
 *
 * @param column where the trap begins, from 0, in characters
 * @param message what YAML makes of the line as it is
 */
record LineRepair(String original, int column, String message, String corrected) {

    /** Lines beyond this are not repaired. */
    private static final int MAX_LENGTH = 1_000;

    /** Indentation, hyphens and a key, each of which may be missing; then a value. */
    private static final Pattern VALUE =
            Pattern.compile("^(\\s*(?:-\\s+)*(?:[^\\s:#{}\\[\\],\"'!&*-][^:#{}\\[\\],\"']*:\\s+)?)(\\S.*?)\\s*$");

    private static final Pattern NO_SPACE_AFTER_COLON =
            Pattern.compile("^(\\s*(?:-\\s+)*[A-Za-z_][A-Za-z0-9_-]*:)([^\\s:/].*)$");

    private static final Pattern TAB_INDENTATION = Pattern.compile("^( *\\t[ \\t]*)(\\S.*)$");

    /** Corrections of a line that may be worth a try, likeliest first. */
    static List<LineRepair> of(String line) {
        var repairs = new ArrayList<LineRepair>();
        if (line.length() > MAX_LENGTH) {
            return repairs;
        }
        Matcher tabs = TAB_INDENTATION.matcher(line);
        if (tabs.matches()) {
            repairs.add(new LineRepair(
                    line,
                    tabs.group(1).indexOf('\t'),
                    "a tab in the indentation; YAML is indented with spaces",
                    tabs.group(1).replace("\t", "  ") + tabs.group(2)));
        }
        Matcher value = VALUE.matcher(line);
        if (value.matches()) {
            String text = value.group(2);
            int start = value.start(2);
            if (text.startsWith("{") || text.startsWith("[")) {
                FlowRepair.of(line, start).ifPresent(repairs::add);
            }
            unclosedQuote(line, start, text).ifPresent(repairs::add);
            String comment = commentOf(text);
            String meant = text.substring(0, text.length() - comment.length());
            repairs.add(new LineRepair(
                    line, start, trapOf(meant), line.substring(0, start) + quoted(meant.stripTrailing()) + comment));
        }
        Matcher colon = NO_SPACE_AFTER_COLON.matcher(line);
        if (colon.matches()) {
            repairs.add(new LineRepair(
                    line,
                    colon.end(1),
                    "no space after the colon, so YAML reads all of it as one text",
                    colon.group(1) + " " + colon.group(2)));
        }
        return repairs;
    }

    /** The text as a YAML value that means just this text. */
    static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** What to write instead, for a hint. */
    String hint() {
        return original.startsWith("\t") || original.contains(" \t")
                ? "write '" + corrected + "', with spaces"
                : corrected.strip();
    }

    Place place(String path, int line) {
        int from = original.codePointCount(0, column) + 1;
        int length = original.codePointCount(column, original.length());
        return new Place(path, line, from, Math.max(1, length));
    }

    private static Optional<LineRepair> unclosedQuote(String line, int start, String text) {
        char quote = text.charAt(0);
        return (quote == '"' || quote == '\'') && text.indexOf(quote, 1) < 0
                ? Optional.of(new LineRepair(
                        line, start, "a quote is opened here and not closed", line.stripTrailing() + quote))
                : Optional.empty();
    }

    private static String commentOf(String text) {
        int comment = text.indexOf("  #");
        return comment > 0 ? text.substring(comment) : "";
    }

    private static String trapOf(String value) {
        return switch (value.charAt(0)) {
            case '!' -> "a value that begins with '!' is a tag to YAML unless it is in quotes";
            case '"', '\'' -> "the value goes on behind its closing quote; put quotes around all of it";
            case '&', '*', '%', '@', '`', '|', '>', '?', '{', '[' ->
                "a value that begins with '" + value.charAt(0)
                        + "' means something else to YAML unless it is in quotes";
            default ->
                value.contains(": ")
                        ? "': ' inside a value begins another mapping unless the value is in quotes"
                        : "YAML does not read this value as one text unless it is in quotes";
        };
    }
}
