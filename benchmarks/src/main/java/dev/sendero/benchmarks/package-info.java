/** Side by side with others: the command that runs the contenders and compares what they say. */
@NullMarked
package dev.sendero.benchmarks;

import org.jspecify.annotations.NullMarked;
