/** A journey as it travels to the running job: validated files and when they take effect; not their meaning. */
@NullMarked
package dev.sendero.api.journey;

import org.jspecify.annotations.NullMarked;
