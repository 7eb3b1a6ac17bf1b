/** Local times and what they are in event time: zones, days on which clocks change, years without a leap day; not who waits for them. */
@NullMarked
package dev.sendero.core.calendar;

import org.jspecify.annotations.NullMarked;
