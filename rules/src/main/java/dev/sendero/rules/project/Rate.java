package dev.sendero.rules.project;

import dev.sendero.rules.expression.DurationText;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many calls are made of a provider in a length of time at most.
 *
 * @param calls 1 to 1,000,000
 * @param per 1 s to 1 d
 */
public record Rate(int calls, Duration per) {

    /** What people may write. */
    public static final String EXAMPLES = "10/s, 100/m, or 190/10s";

    private static final Pattern WRITTEN = Pattern.compile("([1-9][0-9]{0,6})/([0-9a-z]{1,10})");
    private static final int MOST_CALLS = 1_000_000;
    private static final Duration LONGEST = Duration.ofDays(1);

    /** {@code 10/s} or {@code 190/10s}; empty for what is no such rate. */
    public static Optional<Rate> parse(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches() || Integer.parseInt(written.group(1)) > MOST_CALLS) {
            return Optional.empty();
        }
        String time = written.group(2);
        return DurationText.parse(Character.isDigit(time.charAt(0)) ? time : "1" + time)
                .filter(per -> per.compareTo(Duration.ofSeconds(1)) >= 0 && per.compareTo(LONGEST) <= 0)
                .map(per -> new Rate(Integer.parseInt(written.group(1)), per));
    }

    public double perSecond() {
        return calls / (per.toMillis() / 1_000.0);
    }
}
