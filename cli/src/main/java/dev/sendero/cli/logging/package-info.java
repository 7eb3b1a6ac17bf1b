/** What the libraries of a process may log, whatever a configuration says. Nobody who logs lives here. */
@NullMarked
package dev.sendero.cli.logging;

import org.jspecify.annotations.NullMarked;
