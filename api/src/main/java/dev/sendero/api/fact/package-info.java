/** The journey log: what was decided about whom and why; not how it is counted. */
@NullMarked
package dev.sendero.api.fact;

import org.jspecify.annotations.NullMarked;
