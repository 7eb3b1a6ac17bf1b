/** The command {@code init}, and the project that it begins with. */
@NullMarked
package dev.sendero.cli.init;

import org.jspecify.annotations.NullMarked;
