/** Local times and what they are in event time: zones, quiet hours, days on which clocks change; not who waits for them. */
@NullMarked
package dev.sendero.rules.calendar;

import org.jspecify.annotations.NullMarked;
