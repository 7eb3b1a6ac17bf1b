package dev.sendero.rules.expression.cel;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as journey files write them: a whole number and one of {@code s m h d w}; a day has 24 hours. */
final class DurationText {

    static final String EXAMPLES = "a whole number with s, m, h, d or w, such as 90s, 30m, 24h, 3d, 2w";

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([smhdw])");

    private DurationText() {}

    static Optional<Duration> parse(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long amount = Long.parseLong(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "s" -> Duration.ofSeconds(amount);
                    case "m" -> Duration.ofMinutes(amount);
                    case "h" -> Duration.ofHours(amount);
                    case "d" -> Duration.ofDays(amount);
                    default -> Duration.ofDays(7 * amount);
                });
    }
}
