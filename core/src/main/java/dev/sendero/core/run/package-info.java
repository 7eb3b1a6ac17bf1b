/** Runs on their way through the steps: entry, waits, exits, conversion; not how they were triggered. */
@NullMarked
package dev.sendero.core.run;

import org.jspecify.annotations.NullMarked;
