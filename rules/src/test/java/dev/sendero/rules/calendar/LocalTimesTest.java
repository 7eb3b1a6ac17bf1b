package dev.sendero.rules.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class LocalTimesTest {

    private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

    /** Its clock changes by half an hour. */
    private static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");

    private static Instant instantOf(String local, ZoneId zone) {
        return Instant.ofEpochMilli(LocalTimes.millisOf(LocalDateTime.parse(local), zone));
    }

    @Test
    void a_time_is_one_instant_on_most_days() {
        assertThat(instantOf("2026-07-01T09:00", MADRID)).isEqualTo("2026-07-01T07:00:00Z");
        assertThat(instantOf("2026-01-01T09:00", MADRID)).isEqualTo("2026-01-01T08:00:00Z");
    }

    @Test
    void all_times_that_a_clock_leaves_out_are_the_first_instant_after() {
        assertThat(instantOf("2026-03-29T02:00", MADRID)).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(instantOf("2026-03-29T02:59", MADRID)).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(instantOf("2026-03-29T03:00", MADRID)).isEqualTo("2026-03-29T01:00:00Z");
        assertThat(instantOf("2026-10-04T02:15", LORD_HOWE)).isEqualTo("2026-10-03T15:30:00Z");
    }

    @Test
    void of_times_that_a_clock_shows_twice_it_is_the_earlier() {
        assertThat(instantOf("2026-10-25T02:00", MADRID)).isEqualTo("2026-10-25T00:00:00Z");
        assertThat(instantOf("2026-10-25T02:59", MADRID)).isEqualTo("2026-10-25T00:59:00Z");
        assertThat(instantOf("2026-10-25T03:00", MADRID)).isEqualTo("2026-10-25T02:00:00Z");
        assertThat(instantOf("2026-04-05T01:45", LORD_HOWE)).isEqualTo("2026-04-04T14:45:00Z");
    }

    @Test
    void a_day_that_a_calendar_leaves_out_is_the_first_instant_after() {
        assertThat(instantOf("2011-12-30T09:00", ZoneId.of("Pacific/Apia"))).isEqualTo("2011-12-30T10:00:00Z");
    }

    @Test
    void the_next_time_of_day_is_never_before_and_at_most_a_long_day_after() {
        LocalTime time = LocalTime.of(2, 30);
        long end = Instant.parse("2026-10-26T12:00:00Z").toEpochMilli();
        for (ZoneId zone : new ZoneId[] {MADRID, LORD_HOWE, ZoneId.of("Asia/Kolkata"), ZoneOffset.UTC}) {
            long from = Instant.parse("2026-10-01T00:00:00Z").toEpochMilli();
            for (; from < end; from += 7 * 60_000) {
                assertThat(LocalTimes.next(time, zone, from)).isBetween(from, from + 25 * 3_600_000L);
            }
        }
    }
}
