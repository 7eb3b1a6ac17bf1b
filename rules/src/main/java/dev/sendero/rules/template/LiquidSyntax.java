package dev.sendero.rules.template;

import dev.sendero.rules.expression.Compilation.Issue;
import dev.sendero.rules.problem.DidYouMean;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liqp.exceptions.LiquidException;
import liquid.parser.v4.LiquidParser.ParseContext;

/**
 * Parses a template and says in plain words what is wrong with it. The parser stops at its first error, so what cannot
 * be understood is blanked out, and the rest is parsed again.
 */
final class LiquidSyntax {

    private static final int MAX_ERRORS = 10;

    private static final Pattern INVALID_TAG = Pattern.compile("parser error \"Invalid (?:End )?Tag: '(.*?)'.*");
    private static final Pattern WRONG_END =
            Pattern.compile("parser error \"mismatched input '(end\\w+)' expecting '(end\\w+)'.*");
    private static final Pattern MISSING = Pattern.compile("parser error \"missing '(.*?)' at '(.*?)'.*");
    private static final Pattern UNEXPECTED = Pattern.compile(
            "(?:parser|lexer) error \"(?:mismatched input|extraneous input|token recognition error at:) '(.*?)'.*");

    private static final Pattern HYPHENATED = Pattern.compile("[a-z]-[a-z]");

    private final List<Issue> issues = new ArrayList<>();
    private String source;
    private CodePoints text;

    private LiquidSyntax(String source) {
        this.source = source;
        this.text = new CodePoints(source);
    }

    /** The tree is there when all that is wrong could be blanked out. */
    record Outcome(Optional<ParseContext> tree, List<Issue> issues) {}

    static Outcome parse(String source) {
        var syntax = new LiquidSyntax(source);
        return new Outcome(syntax.parse(), syntax.issues);
    }

    private Optional<ParseContext> parse() {
        while (issues.size() < MAX_ERRORS) {
            try {
                return Optional.of(Liquid.parse(source));
            } catch (LiquidException malformed) {
                if (!explain(malformed)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.empty();
    }

    /** Whether the place could be blanked out. */
    private boolean explain(LiquidException malformed) {
        String message =
                String.valueOf(malformed.getMessage()).lines().findFirst().orElse("");
        int offset = text.offset(malformed.line, malformed.charPositionInLine);
        Matcher invalid = INVALID_TAG.matcher(message);
        if (invalid.matches()) {
            return unknownTag(offset, invalid.group(1));
        }
        int output = text.lastIndexOf("{{", offset);
        int tag = text.lastIndexOf("{%", offset);
        if (message.contains("Invalid Empty Tag")) {
            return blank(tag, "%}", new Issue(tag, endAfter(tag, "%}") - tag, "this tag is empty", ""));
        }
        Matcher wrongEnd = WRONG_END.matcher(message);
        if (wrongEnd.matches()) {
            report(
                    offset,
                    wrongEnd.group(1).length(),
                    "'" + wrongEnd.group(1) + "' stands where '" + wrongEnd.group(2) + "' is expected",
                    "");
            return false;
        }
        if (message.contains("mismatched input '{%' expecting <EOF>")) {
            return strayEnd(offset);
        }
        if (output > tag && !(message.contains("'<EOF>'") && text.indexOf("}}", output) >= 0)) {
            return output(output, offset, message);
        }
        if (offset >= text.length()) {
            unclosed(tag);
            return false;
        }
        return tag >= 0 && inTag(tag, offset, message);
    }

    private boolean unknownTag(int offset, String name) {
        String hint =
                switch (name) {
                    case "elseif", "elif" -> "write elsif";
                    default -> DidYouMean.hint(name, known());
                };
        int start = text.lastIndexOf("{%", offset);
        return blank(start, "%}", new Issue(offset, name.length(), "there is no tag '" + name + "'", hint));
    }

    private static Set<String> known() {
        var known = new TreeSet<>(Liquid.TAGS);
        LiquidBlocks.NAMES.forEach(block -> known.add("end" + block));
        known.addAll(Set.of("else", "elsif", "when"));
        return known;
    }

    private boolean strayEnd(int tag) {
        int word = tag + 2;
        while (word < text.length()
                && !Character.isLetter(text.text(word, word + 1).codePointAt(0))) {
            word++;
        }
        int end = text.endOfWord(word);
        String name = text.text(word, end);
        String opener = name.startsWith("end") ? name.substring(3) : name.equals("when") ? "case" : "if";
        return blank(
                tag,
                "%}",
                new Issue(word, Math.max(1, end - word), "'" + name + "' has no '" + opener + "' before it", ""));
    }

    private boolean output(int start, int offset, String message) {
        int close = text.indexOf("}}", start);
        int next = text.indexOf("{{", start + 2);
        if (close < 0 || (next >= 0 && next < close)) {
            report(start, 2, "this output is never closed", "write }} behind it");
            return false;
        }
        int end = close + 2;
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.matches() && offset > start) {
            String word = unexpected.group(1);
            return blank(
                    start,
                    "}}",
                    new Issue(offset, Math.max(1, word.length()), "'" + word + "' is not expected here", hint(word)));
        }
        String inside = text.text(start + 2, close);
        String hint = HYPHENATED.matcher(inside).find() ? "write ['first-name'] for a name with a hyphen" : "";
        return blank(
                start,
                "}}",
                new Issue(
                        start,
                        end - start,
                        inside.isBlank() ? "this output is empty" : "this output cannot be understood",
                        hint));
    }

    private boolean inTag(int tag, int offset, String message) {
        int end = endAfter(tag, "%}");
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            report(
                    offset,
                    Math.max(1, missing.group(2).length()),
                    "'" + missing.group(1) + "' is missing before '" + missing.group(2) + "'",
                    "");
            return false;
        }
        Matcher unexpected = UNEXPECTED.matcher(message);
        if (unexpected.matches() && offset < end) {
            String word = unexpected.group(1);
            String what =
                    word.equals("%}") ? "something is missing before '%}'" : "'" + word + "' is not expected here";
            report(offset, Math.max(1, word.length()), what, hint(word));
            return false;
        }
        report(tag, Math.max(2, end - tag), "this tag cannot be understood", "");
        return false;
    }

    private void unclosed(int lastTag) {
        if (lastTag >= 0 && text.indexOf("%}", lastTag) < 0) {
            report(lastTag, 2, "this tag is never closed", "write %} behind it");
            return;
        }
        LiquidBlocks.unclosed(text)
                .ifPresentOrElse(
                        block -> report(
                                block.offset(),
                                block.length(),
                                "'" + block.name() + "' is never closed",
                                "write {% end" + block.name() + " %} behind it"),
                        () -> report(Math.max(0, lastTag), 2, "the template ends too early", ""));
    }

    private static String hint(String word) {
        return switch (word) {
            case "=" -> "write ==";
            case "*", "+", "/", "-" -> "filters calculate, as in {{ 2 | times: 3 }}";
            case "&&", "&" -> "write and";
            case "||" -> "write or";
            default -> "";
        };
    }

    private boolean blank(int start, String close, Issue issue) {
        issues.add(issue);
        if (start < 0) {
            return false;
        }
        int end = endAfter(start, close);
        source = text.text(0, start) + " ".repeat(end - start) + text.text(end, text.length());
        text = new CodePoints(source);
        return true;
    }

    private int endAfter(int start, String close) {
        int at = text.indexOf(close, Math.max(0, start));
        return at < 0 ? text.length() : at + close.length();
    }

    private void report(int offset, int length, String message, String hint) {
        issues.add(new Issue(offset, length, message, hint));
    }
}
