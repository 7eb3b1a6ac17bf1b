/** The command {@code version}. */
@NullMarked
package dev.sendero.cli.version;

import org.jspecify.annotations.NullMarked;
