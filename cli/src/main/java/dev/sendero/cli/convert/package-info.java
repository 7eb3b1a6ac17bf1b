/** The command {@code convert}: other people's events to ours. */
@NullMarked
package dev.sendero.cli.convert;

import org.jspecify.annotations.NullMarked;
