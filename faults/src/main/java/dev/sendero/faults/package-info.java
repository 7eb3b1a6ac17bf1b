/** Breaks whole processes on purpose, one fault after the other, and counts what that costs; nothing that ships. */
@NullMarked
package dev.sendero.faults;

import org.jspecify.annotations.NullMarked;
