package dev.sendero.cli.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampFormatTest {

    @ParameterizedTest
    @CsvSource({
        "2026-03-01T10:00:00Z, 2026-03-01T10:00:00Z",
        "2026-03-01T10:00:00.123456Z, 2026-03-01T10:00:00.123Z",
        "2026-03-01T10:00:00+02:00, 2026-03-01T08:00:00Z",
        "2026-03-01T10:00:00+0200, 2026-03-01T08:00:00Z",
        "2026-03-01 10:00:00, 2026-03-01T09:00:00Z",
        "2026-07-01 10:00, 2026-07-01T08:00:00Z",
        "2026-03-01 10:00:00 UTC, 2026-03-01T10:00:00Z",
        "2026-03-01, 2026-02-28T23:00:00Z",
    })
    void iso_times_may_be_written_in_many_ways_and_without_a_zone_mean_the_given_one(String text, String instant) {
        assertThat(TimestampFormat.of(TimestampFormat.ISO, ZoneId.of("Europe/Madrid"))
                        .parse(text))
                .isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({
        "yyyyMMdd, 20260301, 2026-03-01T00:00:00Z",
        "dd.MM.yyyy HH:mm, 01.03.2026 10:30, 2026-03-01T10:30:00Z",
        "yyyy-MM-dd HH:mm:ss 'UTC', 2026-03-01 10:00:00 UTC, 2026-03-01T10:00:00Z",
        "dd/MMM/yyyy:HH:mm:ss Z, 01/Mar/2026:10:00:00 +0100, 2026-03-01T09:00:00Z",
    })
    void a_pattern_is_that_of_java_time(String pattern, String text, String instant) {
        assertThat(TimestampFormat.of(pattern, ZoneOffset.UTC).parse(text)).isEqualTo(instant);
    }

    @ParameterizedTest
    @CsvSource({"yesterday", "2026-13-01", "2026-03-01T25:00:00Z", "''", "1611456004"})
    void everything_else_is_refused(String text) {
        assertThatThrownBy(() ->
                        TimestampFormat.of(TimestampFormat.ISO, ZoneOffset.UTC).parse(text))
                .isInstanceOf(DateTimeException.class);
    }

    @Test
    void what_is_no_pattern_is_refused() {
        assertThatThrownBy(() -> TimestampFormat.of("QQQQQQQ", ZoneOffset.UTC))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
