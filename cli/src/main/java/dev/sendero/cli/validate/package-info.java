/** The command {@code validate}. */
@NullMarked
package dev.sendero.cli.validate;

import org.jspecify.annotations.NullMarked;
