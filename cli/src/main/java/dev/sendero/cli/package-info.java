/** The sendero command and the composition of everything in one process; no logic that another module could hold. */
@NullMarked
package dev.sendero.cli;

import org.jspecify.annotations.NullMarked;
