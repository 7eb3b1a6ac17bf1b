/** Writes the made-up shop as files that the command reads; what is done with them is the command's. */
@NullMarked
package dev.sendero.benchmarks.backtest;

import org.jspecify.annotations.NullMarked;
