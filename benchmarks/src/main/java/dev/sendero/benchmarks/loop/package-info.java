/** The limit: what one thread with a hash map finds, without a stream processor and without anything that survives it. */
@NullMarked
package dev.sendero.benchmarks.loop;

import org.jspecify.annotations.NullMarked;
