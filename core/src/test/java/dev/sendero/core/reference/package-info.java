/** Detectors as the meaning is written down, one for each journey and without anything shared, to compare with. */
@NullMarked
package dev.sendero.core.reference;

import org.jspecify.annotations.NullMarked;
