/** The commands that keep running: {@code up} and {@code demo}, as their user sees them; the process itself is elsewhere. */
@NullMarked
package dev.sendero.cli.up;

import org.jspecify.annotations.NullMarked;
