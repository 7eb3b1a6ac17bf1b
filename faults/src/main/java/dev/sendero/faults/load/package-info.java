/** A project that writes to all providers, and customers who arrive there; not what breaks meanwhile. */
@NullMarked
package dev.sendero.faults.load;

import org.jspecify.annotations.NullMarked;
