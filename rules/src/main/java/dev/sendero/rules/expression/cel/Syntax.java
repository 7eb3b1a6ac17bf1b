package dev.sendero.rules.expression.cel;

import dev.sendero.rules.expression.Compilation.Issue;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in plain words what the parser found. */
final class Syntax {

    private static final Map<String, String> REPLACEMENTS = Map.of(
            "and", "&&",
            "AND", "&&",
            "&", "&&",
            "or", "||",
            "OR", "||",
            "|", "||",
            "=", "==",
            "not", "!",
            "NOT", "!",
            "<>", "!=");

    private static final Pattern UNEXPECTED = Pattern.compile("(?:mismatched|extraneous) input '(.*?)' expecting.*");
    private static final Pattern NOT_VIABLE = Pattern.compile("no viable alternative at input '(.*)'");
    private static final Pattern MISSING = Pattern.compile("missing '(.*?)' at '(.*)'");
    private static final Pattern UNKNOWN_CHARACTER = Pattern.compile("token recognition error at: '(.*)'");
    private static final Pattern RESERVED = Pattern.compile("reserved identifier: (.*)");

    private Syntax() {}

    static Issue explain(String message, int offset, SourceText source) {
        if (message.contains("recursion limit")) {
            return new Issue(0, source.length(), "this is nested too deeply", "split it into simpler conditions");
        }
        if (message.contains("node count") || message.contains("exceeds limit")) {
            return new Issue(0, source.length(), "this is too long", "split it into simpler conditions");
        }
        if (offset >= source.length() || message.contains("'<EOF>'")) {
            return atEnd(message, source);
        }
        var span = source.exactlyAt(offset);
        String word = source.text(span);
        Matcher reserved = RESERVED.matcher(message);
        if (reserved.matches()) {
            return new Issue(
                    span.offset(),
                    span.length(),
                    "'" + reserved.group(1) + "' is a word that CEL keeps for itself",
                    "");
        }
        Matcher missing = MISSING.matcher(message);
        if (missing.matches()) {
            return new Issue(
                    span.offset(), span.length(), "'" + missing.group(1) + "' is missing before '" + word + "'", "");
        }
        if (UNKNOWN_CHARACTER.matcher(message).matches() && (word.startsWith("\"") || word.startsWith("'"))) {
            return new Issue(span.offset(), span.length(), "this text has no closing quote", "");
        }
        boolean known = UNEXPECTED.matcher(message).matches()
                || NOT_VIABLE.matcher(message).matches()
                || UNKNOWN_CHARACTER.matcher(message).matches();
        String replacement = REPLACEMENTS.get(word);
        String hint = replacement == null ? "" : "write " + replacement;
        return new Issue(span.offset(), span.length(), known ? "'" + word + "' is not expected here" : message, hint);
    }

    private static Issue atEnd(String message, SourceText source) {
        int last = Math.max(0, source.length() - 1);
        if (source.length() == 0) {
            return new Issue(0, 1, "there is no expression", "");
        }
        boolean bracket = message.contains("')'");
        return new Issue(
                last, 1, "the expression ends too early", bracket ? "a ')' may be missing" : "something must follow");
    }
}
