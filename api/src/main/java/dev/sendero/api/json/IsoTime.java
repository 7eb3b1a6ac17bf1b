package dev.sendero.api.json;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;

/** Times in ISO 8601 with a zone, in milliseconds' precision. */
final class IsoTime {

    private static final int SECONDS_END = 19;
    private static final int MILLIS_DIGITS = 3;
    private static final long NOT_COMMON = Long.MIN_VALUE;

    private IsoTime() {}

    /** @throws DateTimeException when the text is no such time */
    static Instant parse(String text) {
        long millis = commonForm(text);
        if (millis != NOT_COMMON) {
            return Instant.ofEpochMilli(millis);
        }
        Instant time = text.endsWith("Z")
                ? Instant.parse(text)
                : OffsetDateTime.parse(text).toInstant();
        return time.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * The form that nearly all senders write, {@code 2026-01-31T09:00:00.000Z}, with any number of digits of the
     * second: the library's parser takes longer for it than the rest of an event takes.
     */
    private static long commonForm(String text) {
        int end = text.length() - 1;
        if (end < SECONDS_END || text.charAt(end) != 'Z' || end > SECONDS_END + 1 + 9) {
            return NOT_COMMON;
        }
        boolean separated = text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':';
        int year = number(text, 0, 4);
        int month = number(text, 5, 7);
        int day = number(text, 8, 10);
        int hour = number(text, 11, 13);
        int minute = number(text, 14, 16);
        int second = number(text, 17, SECONDS_END);
        int millis = millis(text, end);
        // Days that not every month has, midnight as hour 24 and leap seconds are left to the library.
        if (!separated
                || year < 0
                || month < 1
                || month > 12
                || day < 1
                || day > 28
                || hour < 0
                || hour > 23
                || minute < 0
                || minute > 59
                || second < 0
                || second > 59
                || millis < 0) {
            return NOT_COMMON;
        }
        long minutes = LocalDate.of(year, month, day).toEpochDay() * 1_440 + hour * 60L + minute;
        return (minutes * 60 + second) * 1_000 + millis;
    }

    /** Of the digits after the second, if any; -1 when they are none. */
    private static int millis(String text, int end) {
        if (end == SECONDS_END) {
            return 0;
        }
        int digits = end - SECONDS_END - 1;
        if (text.charAt(SECONDS_END) != '.' || digits == 0 || number(text, SECONDS_END + 1, end) < 0) {
            return -1;
        }
        int millis = number(text, SECONDS_END + 1, SECONDS_END + 1 + Math.min(digits, MILLIS_DIGITS));
        for (int digit = digits; digit < MILLIS_DIGITS; digit++) {
            millis *= 10;
        }
        return millis;
    }

    /** -1 when a character is no digit. */
    private static int number(String text, int start, int end) {
        int number = 0;
        for (int index = start; index < end; index++) {
            int digit = text.charAt(index) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
