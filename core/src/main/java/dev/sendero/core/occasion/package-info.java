/** Times of the calendar that start journeys, for each customer: when the next one is, and that it has come; not who enters. */
@NullMarked
package dev.sendero.core.occasion;

import org.jspecify.annotations.NullMarked;
