/** Times that events and profiles write, and what they are in event time: also years without a leap day. */
@NullMarked
package dev.sendero.core.calendar;

import org.jspecify.annotations.NullMarked;
