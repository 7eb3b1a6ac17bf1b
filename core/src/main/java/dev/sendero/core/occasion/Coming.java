package dev.sendero.core.occasion;

import java.time.LocalDate;

/**
 * A day of the calendar on which a journey may begin.
 *
 * @param at milliseconds since 1970
 */
record Coming(LocalDate day, long at) {}
