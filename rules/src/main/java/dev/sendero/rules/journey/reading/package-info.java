/** Reads journey files into the model, with every problem of their shape; what holds between their parts is checked elsewhere. */
@NullMarked
package dev.sendero.rules.journey.reading;

import org.jspecify.annotations.NullMarked;
