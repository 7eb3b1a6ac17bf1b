/** A Sendero that runs, and how commands reach it; not what they ask it. */
@NullMarked
package dev.sendero.cli.running;

import org.jspecify.annotations.NullMarked;
