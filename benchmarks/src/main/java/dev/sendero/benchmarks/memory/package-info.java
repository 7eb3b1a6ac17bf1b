/** What customers cost: bytes in checkpoints, memory, and what happens when many of their deadlines fall together. */
@NullMarked
package dev.sendero.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
