/** The command {@code explain}: one customer's way, why and why not, in words; never what is decided. */
@NullMarked
package dev.sendero.cli.explain;

import org.jspecify.annotations.NullMarked;
