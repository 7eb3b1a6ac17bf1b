package dev.sendero.gateway.query;

import java.time.Duration;
import java.util.Optional;

/** How far back a trend looks, and in what steps. */
public enum TrendSpan {
    HOUR("1h", Duration.ofHours(1), Duration.ofMinutes(1)),
    SIX_HOURS("6h", Duration.ofHours(6), Duration.ofMinutes(5)),
    DAY("1d", Duration.ofDays(1), Duration.ofMinutes(20)),
    WEEK("7d", Duration.ofDays(7), Duration.ofHours(2)),
    MONTH("30d", Duration.ofDays(30), Duration.ofHours(12));

    private final String word;
    private final Duration length;
    private final Duration bucket;

    TrendSpan(String word, Duration length, Duration bucket) {
        this.word = word;
        this.length = length;
        this.bucket = bucket;
    }

    public Duration length() {
        return length;
    }

    public Duration bucket() {
        return bucket;
    }

    /** @param word as a journey file writes durations, such as {@code 6h} */
    public static Optional<TrendSpan> ofWord(String word) {
        for (TrendSpan span : values()) {
            if (span.word.equals(word)) {
                return Optional.of(span);
            }
        }
        return Optional.empty();
    }

    /** The shortest span that shows all of a time that has passed. */
    public static TrendSpan covering(Duration passed) {
        for (TrendSpan span : values()) {
            if (passed.compareTo(span.length) <= 0) {
                return span;
            }
        }
        return MONTH;
    }
}
