/** The model of a journey, as files describe it; not how files are read, and not what a customer does in it. */
@NullMarked
package dev.sendero.rules.journey;

import org.jspecify.annotations.NullMarked;
