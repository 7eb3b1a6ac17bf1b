package dev.sendero.rules.expression;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A trait that an expression asks for without giving it a name: {@code count("Product Added", "24h")} or {@code
 * sum("Order Completed", "total", "30d")}. It is found among the traits of a profile by its text, which no other trait
 * can have as its name.
 *
 * @param event the events that are counted, by name
 * @param property of these events, what is added up; empty for a count
 * @param over how far back it reaches, as written; empty for as far as it goes
 */
public record UnnamedTrait(String event, String property, String over) {

    /** What a call for the number of events is called. */
    public static final String COUNT = "count";

    /** What a call for the sum of a property is called. */
    public static final String SUM = "sum";

    private static final String TEXT = "\"((?:[^\"]|\"\")*)\"";
    private static final Pattern COUNT_CALL = Pattern.compile("count\\(" + TEXT + "(?:, " + TEXT + ")?\\)");
    private static final Pattern SUM_CALL = Pattern.compile("sum\\(" + TEXT + ", " + TEXT + "(?:, " + TEXT + ")?\\)");

    public boolean isSum() {
        return !property.isEmpty();
    }

    /** Empty for as far back as it goes, and for a text that is no duration. */
    public Optional<Duration> window() {
        return DurationText.parse(over);
    }

    /** Its text. */
    public String name() {
        return (isSum() ? SUM + "(" + quoted(event) + ", " + quoted(property) : COUNT + "(" + quoted(event))
                + (over.isEmpty() ? "" : ", " + quoted(over))
                + ")";
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** What a name among traits asks for; empty for the name of a trait that has one. */
    public static Optional<UnnamedTrait> ofName(String name) {
        if (!name.endsWith(")")) {
            return Optional.empty();
        }
        Matcher count = COUNT_CALL.matcher(name);
        if (count.matches()) {
            return Optional.of(new UnnamedTrait(unquoted(count, 1), "", unquoted(count, 2)));
        }
        Matcher sum = SUM_CALL.matcher(name);
        return sum.matches()
                ? Optional.of(new UnnamedTrait(unquoted(sum, 1), unquoted(sum, 2), unquoted(sum, 3)))
                : Optional.empty();
    }

    private static String unquoted(Matcher call, int group) {
        String text = call.group(group);
        return text == null ? "" : text.replace("\"\"", "\"");
    }
}
